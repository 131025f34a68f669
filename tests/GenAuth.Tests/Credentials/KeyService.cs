using System.Collections.Concurrent;
using GenAuth.Tests.Management;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.Credentials;

/// <summary>A service that accepts signatures and management tokens of the access keys that are valid at the moment.</summary>
internal sealed class KeyService
{
    private readonly ConcurrentDictionary<string, bool> _valid = new();
    private int _issued;

    public KeyService(params string[] keys)
    {
        Array.ForEach(keys, Add);
        Handler = new Service(Response);
    }

    public Service Handler { get; }

    /// <summary>The keys of the calls in order: of their signatures, or of the tokens that they carry.</summary>
    public IEnumerable<string> KeysUsed => Handler.Sent.Where(sent => sent.Uri.AbsolutePath != TokenService.TokenPath).Select(KeyOf);

    /// <summary>The keys that were exchanged for a token.</summary>
    public IEnumerable<string> KeysExchanged => Handler.Sent.Where(sent => sent.Uri.AbsolutePath == TokenService.TokenPath).Select(sent => (string)JObject.Parse(sent.Body!)["accessKeyId"]!);

    public void Add(string key) => _valid[key] = true;

    public void Remove(string key) => _valid.TryRemove(key, out _);

    private static string KeyOf(SentRequest sent) => sent.Header("Authorization")!.Split(' ')[1].Split(':', '.')[0];

    private string Response(SentRequest sent)
    {
        if (sent.Uri.AbsolutePath != TokenService.TokenPath)
        {
            return _valid.ContainsKey(KeyOf(sent)) ? """{"statusCode":200,"data":{}}""" : """{"statusCode":401,"message":"No.","apiCode":1300}""";
        }

        var body = JObject.Parse(sent.Body!);
        var id = (string)body["accessKeyId"]!;
        return _valid.ContainsKey(id) && (string)body["accessKeySecret"]! == "secret-of-" + id
            ? $$$"""{"statusCode":200,"data":{"access_token":"{{{id}}}.{{{Interlocked.Increment(ref _issued)}}}","expires_in":7200}}"""
            : """{"statusCode":401,"message":"No."}""";
    }
}
