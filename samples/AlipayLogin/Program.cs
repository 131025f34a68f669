// The Alipay sign-in from start to end. Without settings it runs against a tenant inside this process; see Tenant.cs for
// the environment variables that let it talk to a real one.
using System.Globalization;
using AlipayLogin;
using GenAuth;
using GenAuth.Models;

try
{
    await using var tenant = await Tenant.OpenAsync();
    IAuthenticationClient client = tenant.Client;

    Console.WriteLine("Alipay sign-in with the GenAuth .NET SDK");
    Console.WriteLine($"Tenant: {tenant.Description}");

    // The app starts an Alipay sign-in with a string that the service has signed. It goes to the Alipay SDK as it is.
    Step("1. Get the parameter string for the Alipay app");
    GetAlipayAuthInfoRespDto response = await client.GetAlipayAuthInfoAsync(tenant.Connection);
    string authInfo = response.Data.AuthInfo;
    Console.WriteLine(authInfo);

    // For display and checking only: signing in needs none of the fields.
    Step("2. Look into it");
    AlipayAuthInfo parsed = AlipayAuthInfo.Parse(authInfo);
    Field("ApiName", parsed.ApiName);
    Field("Method", parsed.Method);
    Field("AppId", parsed.AppId);
    Field("Pid", parsed.Pid);
    Field("ProductId", parsed.ProductId);
    Field("Scope", parsed.Scope);
    Field("AuthType", parsed.AuthType);
    Field("TargetId", parsed.TargetId);
    Field("SignType", parsed.SignType);
    Field("Signature", CheckSignature(tenant, parsed));

    // The Alipay SDK gives the app a code (auth_code), the app gives it to the server. It works once.
    Step("3. Sign in with the code that the Alipay app returned");
    if (tenant.AlipayCode is { } code)
    {
        LoginTokenRespDto login = await client.SignInByAlipayAsync(tenant.Connection, code);
        Field("Token type", login.Data.TokenType);
        Field("Valid for", string.Create(CultureInfo.InvariantCulture, $"{login.Data.ExpireIn} s"));
        Field("Scope", login.Data.Scope);
        Field("Access token", "received, not printed");
    }
    else
    {
        Console.WriteLine($"Skipped: only the Alipay app on a phone gives a code. Put one into {Tenant.CodeVariable} and run again.");
    }

    // An error of the service is an exception of its class. Its Message contains all of these values.
    Step($"4. See a failure: {tenant.FailureDescription}");
    try
    {
        await tenant.ProvokeFailureAsync();
        Console.WriteLine("The tenant did not refuse.");
    }
    catch (GenAuthApiException exception)
    {
        Field("Exception", exception.GetType().Name);
        Field("StatusCode", exception.StatusCode);
        Field("ApiCode", exception.ApiCode is { } apiCode ? apiCode : "none");
        Field("RequestId", exception.RequestId ?? "none");
        Field("Remedy", exception.Remedy);
    }

    return 0;
}
catch (SettingsException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
catch (GenAuthException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}

static string CheckSignature(Tenant tenant, AlipayAuthInfo parsed) => tenant.AlipayPublicKey switch
{
    null => $"not checked: for that, put the path of the public key that was uploaded to Alipay (PEM) into {Tenant.KeyVariable}",
    { } key when parsed.VerifySignature(key) is { IsValid: false } refused => $"NOT valid: {refused.Message}",
    _ => "valid, checked with the public key",
};

static void Step(string title) => Console.WriteLine($"{Environment.NewLine}{title}");

static void Field(string name, object? value) => Console.WriteLine($"  {name,-14}{value ?? "-"}");
