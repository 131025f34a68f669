namespace GenAuth.BuildTests.Packages;

/// <summary>The responses of a provider to the program that signs in. The tokens were made with OpenSSL, and end in 2100.</summary>
internal static class SignInResponses
{
    private const string Hs256Token =
        "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlLmNvbS9vaWRjIiwiYXVkIjoiYXBwIiwic3ViIjoidTEiLCJpYXQiOjE3NjcyNTYyMDAsImV4cCI6NDEwMjQ0NDgwMCwibmFtZSI6IkFkYSJ9.sR7sRwjdel1zjuijuMxyE7k6IKRVoLh75se0g72f798";

    private const string Rs256Token =
        "eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZCI6ImsxIn0.eyJpc3MiOiJodHRwczovL2lzc3Vlci5leGFtcGxlLmNvbS9vaWRjIiwiYXVkIjoiYXBwIiwic3ViIjoidTEiLCJpYXQiOjE3NjcyNTYyMDAsImV4cCI6NDEwMjQ0NDgwMCwibmFtZSI6IkFkYSJ9.Pu0DWkp9MrTTRwzlwzX763KzALpTrOS2Mr2-lto_JPVorTKOd7x1KoewIgtZxJTtKeSQ9VY2bnYrRxq4P1Qo9_hGZTjCFlZt6ropRs404-raMDDpcyHBfp-Cs_QmHjq7Sy6Bt0yKQm5VJJn6vmMhP_VDEWtd5SKmYDRIOTu67xl4aDLqGqynSHRApkmPeCz0Ec-TkP49xmOImTsPLeZgIeVTfkc5iJVTdJWrU0XudAnBontoV7rrRA3BbALgehwZe5lTCpsKDsUaNsCLKEvmpiRz3zq5iKGwSViYueF4bY8-NIOma0aYoLEzXhW34x6ynfxbyBDraB7kI4eRsY3vVw";

    private const string Modulus =
        "wuaf69whNuKDGwvvcAXR8eVdBXiOS-aJqBt7AifRVyI6i0vpNh8wsVmR2E1B1KJZUP_B1yd-GXgwHqxLKmKd0co5qvtETh0TW70whzXmWofAPXQ9_mlCAjFZ48frgF3WkGBJ7oTVJlSvTQ1W9OM07wTfkL4MiWa6Berzp18pRPNqCH_LMglJFzcCnt9G-r7STqKiLrES1CzNxBLb50csoYUMYYe1vkGh1hu_vGKFMxY9GgV2nTy6HULZxR7nc2I4x88ioklGqleedbUkD9A4WfeYMYHXqeYO-GHJzvquUVBHGX1VVHsWyzmrafsF0sPIdnTY3WaMuQ1VF_uHLBrsiQ";

    private const string PublicKey =
        "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAwuaf69whNuKDGwvvcAXR8eVdBXiOS+aJqBt7AifRVyI6i0vpNh8wsVmR2E1B1KJZUP/B1yd+GXgwHqxLKmKd0co5qvtETh0TW70whzXmWofAPXQ9/mlCAjFZ48frgF3WkGBJ7oTVJlSvTQ1W9OM07wTfkL4MiWa6Berzp18pRPNqCH/LMglJFzcCnt9G+r7STqKiLrES1CzNxBLb50csoYUMYYe1vkGh1hu/vGKFMxY9GgV2nTy6HULZxR7nc2I4x88ioklGqleedbUkD9A4WfeYMYHXqeYO+GHJzvquUVBHGX1VVHsWyzmrafsF0sPIdnTY3WaMuQ1VF/uHLBrsiQIDAQAB";

    /// <summary>The response to a request, or <see langword="null"/> if it has nothing to do with a sign-in.</summary>
    /// <param name="request">Verb and target, followed by the body if there is one.</param>
    /// <param name="host">The address of the provider.</param>
    public static string? Find(string request, string host) => request.Split(' ', '?') switch
    {
        [_, "/oidc/.well-known/openid-configuration", ..] => $$"""{ "issuer": "https://issuer.example.com/oidc", "jwks_uri": "{{host}}/oidc/.well-known/jwks.json" }""",
        [_, "/oidc/.well-known/jwks.json", ..] => $$"""{ "keys": [ { "kty": "RSA", "use": "sig", "alg": "RS256", "kid": "k1", "e": "AQAB", "n": "{{Modulus}}" } ] }""",
        [_, "/oidc/token", ..] => $$"""{ "access_token": "a", "token_type": "Bearer", "id_token": "{{(request.Contains("RS256", StringComparison.Ordinal) ? Rs256Token : Hs256Token)}}" }""",
        [_, "/cas-idp/app/serviceValidate", ..] =>
            """<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas"><cas:authenticationSuccess><cas:user>ada</cas:user></cas:authenticationSuccess></cas:serviceResponse>""",
        [_, "/api/v3/system", ..] => $$"""{ "rsa": { "publicKey": "{{PublicKey}}" } }""",
        _ => null,
    };
}
