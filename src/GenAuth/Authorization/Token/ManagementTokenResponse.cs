using GenAuth.Models;
using GenAuth.Serialization;
using GenAuth.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Authorization.Token;

/// <summary>The response to the exchange of an access key for a token.</summary>
internal sealed class ManagementTokenResponse : IApiResponse
{
    public int StatusCode { get; set; }

    public string? Message { get; set; }

    public ApiCode? ApiCode { get; set; }

    public string? RequestId { get; set; }

    [JsonProperty("data", Required = Required.Always)]
    public TokenData Data { get; set; } = null!;

    internal sealed class TokenData
    {
        private string _accessToken = string.Empty;

        // The exception makes the response one that cannot be read as documented.
        [JsonProperty("access_token", Required = Required.Always)]
        public string AccessToken
        {
            get => _accessToken;
            set => _accessToken = HeaderValidator.GetTokenProblem(value, string.Empty) is null
                ? value
                : throw new JsonSerializationException("A header cannot carry the token.");
        }

        /// <summary>Seconds, as a number or as text.</summary>
        [JsonProperty("expires_in")]
        public JToken? ExpiresIn { get; set; }

        // More than 68 years is no lifetime that a service means; like other values that say nothing, it counts as none.
        public TimeSpan Life => TimeSpan.FromSeconds(LenientValue.Int64((ExpiresIn as JValue)?.Value) is > 0 and <= int.MaxValue and var seconds ? seconds : 0);
    }
}
