using GenAuth.Settings;
using GenAuth.Tests.Support;

namespace GenAuth.Tests.Security;

/// <summary>
/// Options are copied before they are checked, so that another thread cannot change them between the check and
/// their use. In each test a thread changes a value continuously to an invalid one and back.
/// </summary>
public sealed class CheckedCopyTests
{
    private const int Times = 20_000;
    private const string Good = "good";
    private const string Bad = "good\r\nx-forged: 1";

    [Fact]
    public void Access_token_of_a_call_is_never_one_that_was_not_checked()
    {
        var options = new RequestOptions();

        AssertNeverBad(bad => options.AccessToken = bad ? Bad : Good, () => RequestOptionsCheck.CopyChecked(options)!.AccessToken);
    }

    [Fact]
    public void Language_of_a_call_is_never_one_that_was_not_checked()
    {
        var options = new RequestOptions();

        AssertNeverBad(bad => options.Language = bad ? Bad : Good, () => RequestOptionsCheck.CopyChecked(options)!.Language);
    }

    [Fact]
    public void Header_of_a_call_is_never_one_that_was_not_checked()
    {
        var options = new RequestOptions();
        options.Headers["x-own"] = Good;

        AssertNeverBad(bad => options.Headers["x-own"] = bad ? Bad : Good, () => RequestOptionsCheck.CopyChecked(options)!.Headers["x-own"]);
    }

    [Fact]
    public void Setting_of_an_authentication_client_is_never_one_that_was_not_checked()
    {
        var options = Clients.Options();

        AssertNeverBad(bad => options.TenantId = bad ? Bad : Good, () => TenantOf(AuthenticationSettings.From(options).Transport));
        AssertNeverBad(bad => options.AppId = bad ? Bad : Good, () => AuthenticationSettings.From(options).AppId);
        AssertNeverBad(bad => options.AccessToken = bad ? Bad : Good, () => AuthenticationSettings.From(options).AccessToken);
    }

    [Fact]
    public void Setting_of_a_management_client_is_never_one_that_was_not_checked()
    {
        var options = ManagementClients.Options();

        AssertNeverBad(bad => options.TenantId = bad ? Bad : Good, () => TenantOf(ManagementSettings.From(options).Transport));
        AssertNeverBad(bad => options.AccessKeyId = bad ? Bad : Good, () => ManagementSettings.From(options).AccessKey!.Id);
    }

    [Fact]
    public void Retry_and_TLS_settings_of_a_client_are_never_those_that_were_not_checked()
    {
        var options = Clients.Options();
        var retry = options.Retry;
        var tls = options.Tls;

        AssertNeverBad(bad => options.Retry = bad ? null! : retry, () => AuthenticationSettings.From(options).Transport.Retry is null ? Bad : Good);
        AssertNeverBad(bad => options.Tls = bad ? null! : tls, () => AuthenticationSettings.From(options).Transport.Tls is null ? Bad : Good);
        AssertNeverBad(bad => retry.MaxRetries = bad ? -1 : 0, () => AuthenticationSettings.From(options).Transport.Retry.MaxRetries < 0 ? Bad : Good);
    }

    private static string TenantOf(TransportSettings settings) => settings.FixedHeaders.Single(header => header.Key == "x-genauth-app-tenant-id").Value;

    /// <param name="change">Sets the value to an invalid or a valid one.</param>
    /// <param name="use">Uses the options, and returns the used value.</param>
    private static void AssertNeverBad(Action<bool> change, Func<string?> use)
    {
        change(false);
        using var end = new CancellationTokenSource();
        var changing = new Thread(() =>
        {
            for (var number = 0; !end.IsCancellationRequested; number++)
            {
                change(number % 2 == 0);
            }
        });
        changing.Start();
        try
        {
            for (var number = 0; number < Times; number++)
            {
                try
                {
                    Assert.Equal(Good, use());
                }
                catch (ArgumentException)
                {
                    // The invalid value was copied and refused.
                    continue;
                }
            }
        }
        finally
        {
            end.Cancel();
            changing.Join();
        }
    }
}
