using GenAuth.ContractTests.Operations.Cases;
using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Samples;
using GenAuth.ContractTests.Operations.Server;
using GenAuth.Models;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations;

/// <summary>The operations that both clients have: the document names one of them, the other is written by hand.</summary>
public sealed class SharedOperationTests
{
    private static readonly ManagementClient Client = (ManagementClient)OperationClients.Of(ApiOperation.All.First(operation => operation.IsManagement));

    [Fact]
    public async Task An_administrator_gets_a_request_for_a_permission_from_the_same_address()
    {
        var operation = ApiOperation.Named("Authentication_getDetail");
        var answer = SampleAnswers.Success(operation, SampleStyle.Full);
        using var served = OperationServer.Shared.Value.Open(_ => SampleAnswers.Text(answer));
        var read = await Client.GetApprovalAsync(AwkwardText.Separators, served.Options);

        var request = Assert.Single(served.Requests);
        Assert.Equal((operation.Verb, operation.Path), (request.Verb, request.Path));
        Assert.Equal([KeyValuePair.Create("number", AwkwardText.Separators)], request.Query);
        Assert.Empty(SignatureCheck.Problems(request));
        Assert.Empty(TypedMembers.Problems(read, answer, operation.AnswerSchema));
    }

    [Fact]
    public async Task A_user_pool_publishes_an_event_to_the_same_address()
    {
        var operation = ApiOperation.Named("Authentication_pub");
        var body = new SampleJson(SampleStyle.Full, 0).Of(operation.BodySchema!);
        using var served = OperationServer.Shared.Value.Open(_ => SampleAnswers.Text(SampleAnswers.Success(operation, SampleStyle.Full)));
        await Client.PublishUserEventAsync((PubEventDto)ClrValue.Of(typeof(PubEventDto), body, operation.BodySchema!), served.Options);

        var request = Assert.Single(served.Requests);
        Assert.Equal((operation.Verb, operation.Path), (request.Verb, request.Path));
        Assert.Empty(JsonDifference.Between(body, JToken.Parse(request.Body)));
        Assert.Empty(SignatureCheck.Problems(request));
    }
}
