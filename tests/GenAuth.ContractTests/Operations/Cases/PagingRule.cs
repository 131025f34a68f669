using System.Globalization;
using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Samples;
using GenAuth.ContractTests.Operations.Server;
using Newtonsoft.Json.Linq;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>The paging of an operation as <c>x-paging</c> describes it.</summary>
internal sealed class PagingRule(ApiOperation operation)
{
    private readonly JObject _json = operation.Paging!;

    public bool IsScroll => (string)_json["style"]! == "scroll";

    public string Items => (string)_json["items"]!;

    public string? Total => (string?)_json["total"];

    public string? Next => (string?)_json["next"];

    private bool IsInBody => (string)_json["in"]! == "body";

    private string Position => (string?)_json["page"] ?? (string)_json["scroll"]!;

    private string Limit => (string)_json["limit"]!;

    public JObject ItemSchema => (JObject)Schemas.Resolve(Items.Split('.').Aggregate(
        operation.ResponseSchema, (schema, step) => (JObject)Schemas.PropertiesOf(schema).Single(property => property.Name == step).Value)).Schema["items"]!;

    public static string Scroll(int page) => $"page {page}+/=";

    /// <summary>Sets the first page and the page size in the arguments.</summary>
    /// <param name="arguments">The arguments of the operation.</param>
    /// <param name="page">The first page; <see langword="null"/> for the default of the SDK.</param>
    /// <param name="limit">How many items a page has.</param>
    public void Start(OperationArguments arguments, int? page, int limit)
    {
        Set(arguments, Limit, limit);

        // Some operations have no default.
        var isRequired = !IsInBody && operation.Parameters.Any(parameter => parameter.Name == Position && parameter.IsRequired);
        if ((page ?? (isRequired ? 1 : null)) is { } number)
        {
            Set(arguments, Position, IsScroll ? Scroll(number) : number);
        }
    }

    /// <summary>The page of a request, from 1.</summary>
    public int PageOf(ReceivedRequest request)
    {
        var position = Stated(request, Position);
        return !IsScroll ? int.Parse(position!, CultureInfo.InvariantCulture)
            : string.IsNullOrEmpty(position) ? 1 : int.Parse(position.Split(' ', '+')[1], CultureInfo.InvariantCulture);
    }

    public string? LimitOf(ReceivedRequest request) => Stated(request, Limit);

    /// <summary>The request without its position, which is equal for all pages of an enumeration.</summary>
    public JObject Rest(ReceivedRequest request)
    {
        var body = request.BodyBytes.Length > 0 ? JsonDifference.Parse(request.Body) : null;
        if (IsInBody)
        {
            body!.SelectToken(Position)?.Parent!.Remove();
        }

        var query = request.Query.Where(pair => IsInBody || pair.Key != Position).Select(pair => $"{pair.Key}={pair.Value}");
        return new JObject { ["verb"] = request.Verb, ["path"] = request.Path, ["query"] = new JArray(query.Order(StringComparer.Ordinal)), ["body"] = body };
    }

    private string? Stated(ReceivedRequest request, string place) => IsInBody
        ? (string?)JsonDifference.Parse(request.Body).SelectToken(place)
        : request.Query.Where(pair => pair.Key == place).Select(pair => pair.Value).SingleOrDefault();

    private void Set(OperationArguments arguments, string place, JToken value)
    {
        if (!IsInBody)
        {
            arguments.Values[place] = value;
            return;
        }

        var steps = place.Split('.');
        var owner = steps[..^1].Aggregate(arguments.Body!, (owner, step) => owner[step] is JObject member ? member : owner[step] = new JObject());
        owner[steps[^1]] = value;
    }
}
