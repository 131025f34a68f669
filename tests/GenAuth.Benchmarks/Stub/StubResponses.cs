using System.Text.Encodings.Web;
using System.Text.Json;
using GenAuth.Benchmarks.Contestants;

namespace GenAuth.Benchmarks.Stub;

/// <summary>The responses of the stub: the same bytes on every machine and in every run.</summary>
internal static class StubResponses
{
    private const string Signature = "JLv01ANaTmFqhEZUak%2FQaUEehYugyOXlsrZWKGNFCZkcvSQqapDRq3JqYAtR3%2FrJYv55sNLyDQycHAbXs3xBNQ7QuyeY";

    private static readonly PlainJson Json = new(new JsonSerializerOptions(PlainJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string AuthInfoText { get; } =
        "apiname=com.alipay.account.auth&app_id=2021000000000000&app_name=mc&auth_type=AUTHACCOUNT&biz_type=openservice"
        + "&method=alipay.open.auth.sdk.code.get&pid=2088000000000000&product_id=APP_FAST_LOGIN&scope=kuaijie&sign_type=RSA2"
        + "&target_id=f5cd376c8eca3219d935df995f696595&sign=" + Signature + Signature + Signature + "%3D%3D";

    public static byte[] AuthInfo { get; } =
        JsonSerializer.SerializeToUtf8Bytes(Wrap(new PlainAuthInfo { AuthInfo = AuthInfoText }), Json.PlainResponsePlainAuthInfo);

    public static byte[] Page(int users) => JsonSerializer.SerializeToUtf8Bytes(
        Wrap(new PlainPage { TotalCount = users, List = [.. Enumerable.Range(0, users).Select(Users.Make)] }), Json.PlainResponsePlainPage);

    private static PlainResponse<T> Wrap<T>(T data) => new()
    {
        StatusCode = 200,
        Message = "success",
        RequestId = "934108e5-9fbf-4d24-8da1-c330328abd6c",
        Data = data,
    };
}
