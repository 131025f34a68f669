using System.Net.Http.Headers;
using System.Runtime.InteropServices;

namespace GenAuth.Tests.Http;

public sealed class ProductTests
{
    [Fact]
    public void The_version_is_the_packages_without_the_source_revision() => Assert.Matches(@"^\d+\.\d+\.\d+(-[0-9A-Za-z.]+)?$", Product.Version);

    [Fact]
    public void The_user_agent_names_product_and_runtime_and_nothing_of_the_machine() =>
        Assert.Equal($"GenAuth.NET/{Product.Version} ({RuntimeInformation.FrameworkDescription})", Product.UserAgent);

    [Fact]
    public void The_user_agent_has_the_form_of_the_header()
    {
        using var message = new HttpRequestMessage();

        Assert.True(message.Headers.UserAgent.TryParseAdd(Product.UserAgent));
        Assert.Equal(new ProductHeaderValue("GenAuth.NET", Product.Version), message.Headers.UserAgent.First().Product);
    }

    [Fact]
    public void The_version_header_names_the_sdk() => Assert.Equal("genauth-dotnet-sdk:" + Product.Version, Product.SdkVersion);
}
