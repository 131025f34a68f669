using GenAuth.ContractTests.Server;
using GenAuth.Models;
using Newtonsoft.Json;

namespace GenAuth.ContractTests.Json;

// Alone, because it changes what every other user of Newtonsoft.Json in the process sees.
[CollectionDefinition(nameof(ProgramWideSettingsTests), DisableParallelization = true)]
[Collection(nameof(ProgramWideSettingsTests))]
public sealed class ProgramWideSettingsTests : ContractTest
{
    [Fact]
    [Stub("sign-in/tokens")]
    public async Task Settings_that_a_program_makes_for_its_own_JSON_change_nothing_on_the_wire()
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
