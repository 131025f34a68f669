using System.Globalization;
using CsCheck;
using Xunit.Abstractions;

namespace GenAuth.Tests.Http.MutatedAnswers;

/// <summary>
/// Responses that began as valid ones: every call ends, as a success that nothing contradicts or as an exception of the SDK.
/// <c>GENAUTH_FUZZ_ANSWERS</c> sets the number of the extended test, <c>CsCheck_Seed</c> the case to begin with.
/// </summary>
public sealed class MutatedAnswerProperties(ITestOutputHelper output)
{
    private static readonly long Answers = long.Parse(Environment.GetEnvironmentVariable("GENAUTH_FUZZ_ANSWERS") ?? "100000", CultureInfo.InvariantCulture);

    private static readonly Gen<(SampledCall Call, string Mutations, WireAnswer Answer)> Case = Gen.Select(Gen.OneOf(SampledCall.All), Mutations.Any)
        .Select((call, mutation) => (call, mutation.Names, mutation.Change(call.Answer)));

    [Fact]
    public Task Every_call_ends_as_a_success_that_nothing_contradicts_or_as_an_exception_of_the_sdk() => SampleAsync(10_000);

    [Trait("Category", "Extended")]
    [Fact]
    public Task Every_call_ends_so_for_a_hundred_thousand_responses() => SampleAsync(Answers);

    [Fact]
    public async Task Each_call_takes_the_answer_that_the_others_are_made_from()
    {
        foreach (var call in SampledCall.All)
        {
            Assert.Equal("success", Judge(call, call.Answer, await OutcomeAsync(call, call.Answer)));
        }
    }

    private async Task SampleAsync(long answers)
    {
        output.WriteLine($"{answers} responses, beginning with seed {Environment.GetEnvironmentVariable("CsCheck_Seed") ?? "of chance"}");
        await Case.SampleAsync(async one => Judge(one.Call, one.Answer, await OutcomeAsync(one.Call, one.Answer)), output.WriteLine, iter: answers);
    }

    private static async Task<Exception?> OutcomeAsync(SampledCall call, WireAnswer answer)
    {
        using var handler = new Answering(answer);

        // A call that does not end would hang the run; one that takes a minute for a small body does not end.
        return await Record.ExceptionAsync(() => call.SendAsync(handler).WaitAsync(TimeSpan.FromMinutes(1)));
    }

    /// <summary>The kind of the outcome, if it is one that may be.</summary>
    private static string Judge(SampledCall call, WireAnswer answer, Exception? outcome)
    {
        switch (outcome)
        {
            case null:
                var stated = StatedOutcomes.Of(answer);
                Assert.True(answer.Status is >= 200 and < 300, "A success on a refusing HTTP status.");
                Assert.True(stated is not null, "A success with a body that is no JSON.");
                Assert.True(stated.Count > 0 || !call.StatesItsOutcome, "A success that nothing states.");

                // Where no outcome has to be stated, a member of that name that is no number may be anything.
                Assert.All(stated.Where(one => call.StatesItsOutcome || int.TryParse(one, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)), one => Assert.Equal("200", one));
                return "success";
            case GenAuthApiException refused:
                IsFitForALog(refused, refused.RequestId + refused.ServiceMessage);
                return "refusal";
            case GenAuthInvalidResponseException strange:
                IsFitForALog(strange, strange.RequestId);
                Assert.InRange(strange.BodyPreview.Length, 0, 4096);
                return $"no answer, {strange.Problem}";
            case GenAuthConnectionException { InnerException: InvalidDataException }:
                Assert.NotNull(answer.ContentEncoding);
                return "damaged compression";
            default:
                Assert.Fail($"{outcome}");
                return string.Empty;
        }
    }

    /// <param name="exception">The exception.</param>
    /// <param name="told">What it repeats on purpose, and what a mutation may have made of that.</param>
    private static void IsFitForALog(GenAuthException exception, string? told)
    {
        Assert.DoesNotContain(exception.Message, char.IsControl);
        Assert.InRange(exception.Message.Length, 1, 2_500);
        Assert.True(told?.Contains(SampledCall.Secret, StringComparison.Ordinal) == true || !exception.ToString().Contains(SampledCall.Secret, StringComparison.Ordinal), $"{exception}");
    }

    private sealed class Answering(WireAnswer answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(answer.ToMessage());
    }
}
