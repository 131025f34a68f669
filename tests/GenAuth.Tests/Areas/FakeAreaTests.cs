using GenAuth.Models;

namespace GenAuth.Tests.Areas;

/// <summary>A class that needs one area can be tested with a fake of a few methods.</summary>
public sealed class FakeAreaTests
{
    [Fact]
    public async Task Class_that_needs_one_area_runs_with_a_fake_of_it()
    {
        var keys = new FakeAccessKeys(new ListAccessKeyRespDto { AccessKeyId = "old", Status = "revoked" }, new ListAccessKeyRespDto { AccessKeyId = "new", Status = "activated" });

        await new KeyCleanup(keys).RunAsync();

        Assert.Equal(["old"], keys.Deleted);
    }

    private sealed class KeyCleanup(IManagementAccessKeys keys)
    {
        public async Task RunAsync()
        {
            var response = await keys.GetAccessKeyListAsync();
            foreach (var key in response.Data.Where(key => key.Status == "revoked"))
            {
                await keys.DeleteAccessKeyAsync(new DeleteAccessKeyDto { AccessKeyId = key.AccessKeyId });
            }
        }
    }
}
