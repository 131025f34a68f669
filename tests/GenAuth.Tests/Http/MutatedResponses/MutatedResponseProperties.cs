using System.Globalization;
using CsCheck;
using Xunit.Abstractions;

namespace GenAuth.Tests.Http.MutatedResponses;

/// <summary>
/// A call with a mutated response is a success without contradiction or an exception of the SDK.
/// <c>GENAUTH_FUZZ_RESPONSES</c> sets the number of the extended test, <c>CsCheck_Seed</c> the case to begin with.
/// </summary>
public sealed class MutatedResponseProperties(ITestOutputHelper output)
{
    private static readonly long Responses = long.Parse(Environment.GetEnvironmentVariable("GENAUTH_FUZZ_RESPONSES") ?? "100000", CultureInfo.InvariantCulture);

    private static readonly Gen<(SampledCall Call, string Mutations, WireResponse Response)> Case = Gen.Select(Gen.OneOf(SampledCall.All), Mutations.Any)
        .Select((call, mutation) => (call, mutation.Names, mutation.Change(call.Response)));

    [Fact]
    public Task Mutated_response_is_a_success_without_contradiction_or_an_exception_of_the_SDK() => SampleAsync(10_000);

    [Trait("Category", "Extended")]
    [Fact]
    public Task Each_of_100000_mutated_responses_is_a_success_without_contradiction_or_an_exception_of_the_SDK() => SampleAsync(Responses);

    [Fact]
    public async Task Original_response_of_the_mutations_is_a_success()
    {
        foreach (var call in SampledCall.All)
        {
            Assert.Equal("success", Classify(call, call.Response, await OutcomeAsync(call, call.Response)));
        }
    }

    private async Task SampleAsync(long responses)
    {
        output.WriteLine($"{responses} responses, beginning with seed {Environment.GetEnvironmentVariable("CsCheck_Seed") ?? "of chance"}");
        await Case.SampleAsync(async one => Classify(one.Call, one.Response, await OutcomeAsync(one.Call, one.Response)), output.WriteLine, iter: responses);
    }

    private static async Task<Exception?> OutcomeAsync(SampledCall call, WireResponse response)
    {
        using var handler = new Returning(response);

        // A call that takes a minute for a small body counts as hanging.
        return await Record.ExceptionAsync(() => call.SendAsync(handler).WaitAsync(TimeSpan.FromMinutes(1)));
    }

    /// <summary>Checks the outcome and returns its kind.</summary>
    private static string Classify(SampledCall call, WireResponse response, Exception? outcome)
    {
        switch (outcome)
        {
            case null:
                var stated = StatedOutcomes.Read(response);
                Assert.True(response.Status is >= 200 and < 300, "A success with a failing HTTP status.");
                Assert.True(stated is not null, "A success with a body that is not JSON.");
                Assert.True(stated.Count > 0 || !call.StatesItsOutcome, "A success without an outcome.");

                // In a response without a required statusCode, a member of that name that is not a number may be anything.
                Assert.All(stated.Where(one => call.StatesItsOutcome || int.TryParse(one, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)), one => Assert.Equal("200", one));
                return "success";
            case GenAuthApiException error:
                AssertSafeToLog(error, error.RequestId + error.ServiceMessage);
                return "error";
            case GenAuthInvalidResponseException invalid:
                AssertSafeToLog(invalid, invalid.RequestId);
                Assert.InRange(invalid.BodyPreview.Length, 0, 4096);
                return $"invalid response, {invalid.Problem}";
            case GenAuthConnectionException { InnerException: InvalidDataException }:
                Assert.NotNull(response.ContentEncoding);
                return "damaged compression";
            default:
                Assert.Fail($"{outcome}");
                return string.Empty;
        }
    }

    /// <param name="exception">The exception.</param>
    /// <param name="quoted">The texts of the response that the message quotes; a mutation may have put the secret there.</param>
    private static void AssertSafeToLog(GenAuthException exception, string? quoted)
    {
        Assert.DoesNotContain(exception.Message, char.IsControl);
        Assert.InRange(exception.Message.Length, 1, 2_500);
        Assert.True(quoted?.Contains(SampledCall.Secret, StringComparison.Ordinal) == true || !exception.ToString().Contains(SampledCall.Secret, StringComparison.Ordinal), $"{exception}");
    }

    private sealed class Returning(WireResponse response) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(response.ToMessage());
    }
}
