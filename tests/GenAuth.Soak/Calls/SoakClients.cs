using GenAuth.Models;
using GenAuth.Soak.Plan;
using GenAuth.Soak.Stub;

namespace GenAuth.Soak.Calls;

/// <summary>The clients: one of each kind for all callers, with the SDK's default connections.</summary>
internal sealed class SoakClients(Uri address)
{
    private readonly AuthenticationClient _authentication = new(new AuthenticationClientOptions
    {
        AppId = "6520f2d9a3c1b4e5f6a7b8c9",
        AppSecret = "not-a-secret",
        AppHost = address.AbsoluteUri,
        Timeout = Limits.Call,
        AttemptTimeout = Limits.Attempt,
        MaxResponseBytes = Limits.MaxResponseBytes,
        Retry = Retry(),
    });

    private readonly ManagementClient _bySignature = Management(address, ManagementAuthorizationMethod.Signature);
    private readonly ManagementClient _byToken = Management(address, ManagementAuthorizationMethod.ManagementToken);

    /// <summary>Makes a call with a text, and returns the texts of its response that must be equal to it.</summary>
    public Task<IEnumerable<string?>> CallAsync(CallPlan plan, int number, CancellationToken cancellationToken)
    {
        var text = CallPlan.TextOf(number);
        var options = OptionsOf(plan.Options, text);
        return plan.Operation.Client switch
        {
            Client.Authentication => CallAsync(_authentication, plan.Operation.Name, text, options, cancellationToken),
            Client.ManagementBySignature => CallAsync(_bySignature, plan.Operation.Name, text, options, cancellationToken),
            _ => CallAsync(_byToken, plan.Operation.Name, text, options, cancellationToken),
        };
    }

    private static async Task<IEnumerable<string?>> CallAsync(
        AuthenticationClient client, string operation, string text, RequestOptions? options, CancellationToken cancellationToken)
    {
        switch (operation)
        {
            case nameof(client.GetAlipayAuthInfoAsync):
                var authInfo = await client.GetAlipayAuthInfoAsync(text, options, cancellationToken);
                return [authInfo.RequestId, AlipayAuthInfo.Parse(authInfo.Data.AuthInfo).TargetId];
            case nameof(client.SignInByAlipayAsync):
                var login = await client.SignInByAlipayAsync("alipay", text, requestOptions: options, cancellationToken: cancellationToken);
                return [login.RequestId, login.Data.AccessToken];
            case nameof(client.UpdateProfileAsync):
                return TextsOf(await client.UpdateProfileAsync(new UpdateUserProfileDto { Nickname = text }, options, cancellationToken));
            default:
                throw new InvalidOperationException($"{operation} is not called here.");
        }
    }

    private static async Task<IEnumerable<string?>> CallAsync(
        ManagementClient client, string operation, string text, RequestOptions? options, CancellationToken cancellationToken)
    {
        switch (operation)
        {
            case nameof(client.GetUserAsync):
                return TextsOf(await client.GetUserAsync(text, requestOptions: options, cancellationToken: cancellationToken));
            case nameof(client.ListUsersAsync):
                var request = new ListUsersRequestDto { Keywords = text, Options = new() { Pagination = new() { Page = 1, Limit = 50 } } };
                var page = await client.ListUsersAsync(request, options, cancellationToken);
                return [page.RequestId, CallPlan.TextOf(page.Data.TotalCount), .. page.Data.List.Select(user => user.UserId)];
            case nameof(client.CreateUserAsync):
                return TextsOf(await client.CreateUserAsync(new CreateUserReqDto { Username = text, Status = UserStatus.Activated }, options, cancellationToken));
            case nameof(client.UpdateGroupAsync):
                var group = await client.UpdateGroupAsync(new UpdateGroupReqDto { Code = text, Name = "Everybody", Description = "All of them" }, options, cancellationToken);
                return [group.RequestId, group.Data.Code];
            default:
                throw new InvalidOperationException($"{operation} is not called here.");
        }
    }

    private static IEnumerable<string?> TextsOf(UserSingleRespDto response) => [response.RequestId, response.Data.UserId];

    private static RequestOptions? OptionsOf(OwnOptions own, string text)
    {
        switch (own)
        {
            case OwnOptions.None:
                return null;
            case OwnOptions.NoRetries:
                return new RequestOptions { MaxRetries = 0 };
            case OwnOptions.MoreRetries:
                return new RequestOptions { MaxRetries = Limits.MoreRetries };
            case OwnOptions.Refusing:
                return new RequestOptions { ShouldRetry = _ => false };
            case OwnOptions.ShortTimeout:
                return new RequestOptions { Timeout = Limits.ShortCall };
            default:
                var options = new RequestOptions { Language = "ja-JP" };
                options.Headers[SoakServer.NumberHeader] = text;
                return options;
        }
    }

    private static ManagementClient Management(Uri address, ManagementAuthorizationMethod method) => new(new ManagementClientOptions
    {
        AccessKeyId = "6520f2d9a3c1b4e5f6a7b8c0",
        AccessKeySecret = "not-a-secret",
        Host = address.AbsoluteUri,
        AuthorizationMethod = method,
        Timeout = Limits.Call,
        AttemptTimeout = Limits.Attempt,
        MaxResponseBytes = Limits.MaxResponseBytes,
        Retry = Retry(),
    });

    private static RetryOptions Retry() => new()
    {
        MaxRetries = Limits.MaxRetries,
        BaseDelay = TimeSpan.FromMilliseconds(20),
        MaxDelay = TimeSpan.FromMilliseconds(200),
    };
}
