using System.Globalization;
using GenAuth.Json;
using GenAuth.Pipeline;
using Newtonsoft.Json.Linq;

namespace GenAuth.Http;

/// <summary>A request of which every page is asked with a copy, so that neither the caller's body nor an earlier page changes.</summary>
internal sealed class PagedRequest
{
    private readonly ApiRequest _request;
    private readonly PageSettings _settings;
    private readonly JObject? _body;
    private readonly bool _countsInText;

    public PagedRequest(ApiRequest request, PageSettings settings)
    {
        _request = request;
        _settings = settings;
        if (settings.Place == PagePlace.Body)
        {
            _body = GenAuthJson.ToTree(request.Body!);
            _countsInText = ReflectionJson.MemberType(request.Body!.GetType(), settings.Position) == typeof(string);
        }
    }

    public string Operation => _request.Operation;

    /// <summary>The page that the caller asked for, otherwise the first.</summary>
    /// <exception cref="ArgumentException">It is no number from which the pages can be counted up.</exception>
    public int FirstPage
    {
        get
        {
            var stated = _body is null ? _request.Query.Find(_settings.Position)
                : _body.SelectToken(_settings.Position) is { Type: not JTokenType.Null } token ? (token as JValue)?.ToString(CultureInfo.InvariantCulture) ?? "not a number"
                : null;
            return stated is null ? 1
                : int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page
                : throw new ArgumentException(
                    $"{_settings.Position} is not a whole number from 1 to {int.MaxValue.ToString(CultureInfo.InvariantCulture)}. Pages are counted from 1; leave it out to begin with the first.", _settings.Position);
        }
    }

    /// <summary>Some operations want the number as text.</summary>
    public ApiRequest At(int page) => At(_countsInText ? new JValue(page.ToString(CultureInfo.InvariantCulture)) : new JValue(page));

    public ApiRequest At(string position) => At(new JValue(position));

    private ApiRequest At(JValue position)
    {
        if (_body is null)
        {
            var next = _request.Copy(body: null);
            next.Query.Set(_settings.Position, position.ToString(CultureInfo.InvariantCulture));
            return next;
        }

        var body = (JObject)_body.DeepClone();
        var steps = _settings.Position.Split('.');
        var owner = steps.Take(steps.Length - 1).Aggregate(body, Member);
        owner[steps[steps.Length - 1]] = position;
        return _request.Copy(body);
    }

    private static JObject Member(JObject owner, string name)
    {
        if (owner[name] is JObject member)
        {
            return member;
        }

        member = [];
        owner[name] = member;
        return member;
    }
}
