using GenAuth.ContractTests.Operations.Cases;
using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Samples;
using GenAuth.ContractTests.Operations.Server;
using GenAuth.Models;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations;

/// <summary>Operations that both clients have: one is in the document, the other is hand-written.</summary>
public sealed class SharedOperationTests
{
    private static readonly ManagementClient Client = (ManagementClient)OperationClients.Get(ApiOperation.All.First(operation => operation.IsManagement));

    [Fact]
    public async Task Management_client_reads_an_approval_from_the_shared_address()
    {
        var operation = ApiOperation.Named("Authentication_getDetail");
        var response = SampleResponses.Success(operation, SampleStyle.Full);
        using var served = OperationServer.Shared.Value.Open(_ => SampleResponses.Text(response));
        var read = await Client.GetApprovalAsync(AwkwardText.Separators, served.Options);

        var request = Assert.Single(served.Requests);
        Assert.Equal((operation.Verb, operation.Path), (request.Verb, request.Path));
        Assert.Equal([KeyValuePair.Create("number", AwkwardText.Separators)], request.Query);
        Assert.Empty(SignatureCheck.Problems(request));
        Assert.Empty(TypedMembers.Problems(read, response, operation.ResponseSchema));
    }

    [Fact]
    public async Task Management_client_publishes_an_event_to_the_shared_address()
    {
        var operation = ApiOperation.Named("Authentication_pub");
        var body = new SampleJson(SampleStyle.Full, 0).Create(operation.BodySchema!);
        using var served = OperationServer.Shared.Value.Open(_ => SampleResponses.Text(SampleResponses.Success(operation, SampleStyle.Full)));
        await Client.PublishUserEventAsync((PubEventDto)ClrValue.Create(typeof(PubEventDto), body, operation.BodySchema!), served.Options);

        var request = Assert.Single(served.Requests);
        Assert.Equal((operation.Verb, operation.Path), (request.Verb, request.Path));
        Assert.Empty(JsonDifference.Between(body, JToken.Parse(request.Body)));
        Assert.Empty(SignatureCheck.Problems(request));
    }
}
