using GenAuth.ContractTests.Server;
using GenAuth.Models;
using Newtonsoft.Json;

namespace GenAuth.ContractTests.Json;

// Not parallel, because it changes the defaults of Newtonsoft.Json for the whole process.
[CollectionDefinition(nameof(ProgramWideSettingsTests), DisableParallelization = true)]
[Collection(nameof(ProgramWideSettingsTests))]
public sealed class ProgramWideSettingsTests : ContractTest
{
    [Fact]
    [Stub("sign-in/tokens")]
    public async Task JSON_default_settings_of_a_program_change_nothing_on_the_wire()
    {
        var service = Serve();
        var before = JsonConvert.DefaultSettings;
        try
        {
            JsonConvert.DefaultSettings = () => new() { Formatting = Formatting.Indented, StringEscapeHandling = StringEscapeHandling.EscapeNonAscii };
            await service.Client().SignInByMobileAsync(new() { ExtIdpConnIdentifier = "支付宝", Connection = SignInByMobileConnection.Alipay });
        }
        finally
        {
            JsonConvert.DefaultSettings = before;
        }

        Assert.Equal("""{"extIdpConnidentifier":"支付宝","connection":"alipay"}""", service.Request.BodySent());
    }
}
