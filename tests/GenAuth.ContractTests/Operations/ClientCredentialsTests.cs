using System.Text;
using GenAuth.ContractTests.Operations.Cases;
using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Samples;
using GenAuth.ContractTests.Operations.Server;
using GenAuth.ContractTests.Server;

namespace GenAuth.ContractTests.Operations;

/// <summary>With <c>client_secret_basic</c> the client secret is sent to the marked operations only.</summary>
public sealed class ClientCredentialsTests
{
    private static readonly string Basic = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{TestClient.AppId}:{TestClient.AppSecret}"));

    [Fact]
    public async Task Client_secret_is_sent_to_the_marked_operations_only()
    {
        var client = new AuthenticationClient(TestClient.Options(OperationServer.Shared.Value.Url, options =>
        {
            options.TokenEndpointAuthMethod = TokenEndpointAuthMethod.ClientSecretBasic;
            options.AccessToken = OperationClients.AccessToken;
        }));
        var operations = ApiOperation.All.Where(operation => !operation.IsManagement).ToList();
        var problems = await Task.WhenAll(operations.Select(async operation =>
        {
            var sent = (await OperationCall.SendAsync(client, operation, OperationArguments.Minimal(operation), SampleResponses.Text(SampleResponses.Success(operation, SampleStyle.Minimal)))).Request;
            return sent.Headers.GetValueOrDefault("authorization") == (operation.UsesClientCredentials ? Basic : $"Bearer {OperationClients.AccessToken}")
                ? null
                : $"{operation} sends another authorization.";
        }));

        Assert.Equal(3, operations.Count(operation => operation.UsesClientCredentials));
        Expect.None(problems.OfType<string>());
    }
}
