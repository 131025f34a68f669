using System.Net.Http.Headers;
using System.Reflection;
using System.Runtime.InteropServices;
using GenAuth.Diagnostics;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Http;

public sealed class ProductTests
{
    [Fact]
    public void Version_is_that_of_the_package_without_the_source_revision() => Assert.Matches(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.]+)?$", Product.Version);

    [Fact]
    public void The_user_agent_names_product_runtime_and_origin_and_nothing_of_the_machine() =>
        Assert.Equal(
            $"GenAuth.NET/{Product.Version} ({RuntimeInformation.FrameworkDescription}; API {MetadataOf("GenAuth.Document")}; {MetadataOf("GenAuth.Generator")})",
            Product.UserAgent);

    [Fact]
    public void Assembly_metadata_names_the_document_version()
    {
        var document = JObject.Parse(File.ReadAllText(Repository.PathOf("openapi", "genauth-v3.json")));

        Assert.Equal((string?)document["info"]!["version"], MetadataOf("GenAuth.Document"));
        Assert.Matches(@"^NSwag \d+\.\d+\.\d+$", MetadataOf("GenAuth.Generator"));
    }

    [Fact]
    public void The_user_agent_has_the_form_of_the_header()
    {
        using var message = new HttpRequestMessage();

        Assert.True(message.Headers.UserAgent.TryParseAdd(Product.UserAgent));
        Assert.Equal(new ProductHeaderValue("GenAuth.NET", Product.Version), message.Headers.UserAgent.First().Product);
    }

    [Fact]
    public void The_version_header_names_the_sdk() => Assert.Equal("genauth-dotnet-sdk:" + Product.Version, Product.SdkVersion);

    private static string? MetadataOf(string key) =>
        typeof(AuthenticationClient).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == key).Value;
}
