using GenAuth.Build.Document;
using GenAuth.Build.Lint.Model;
using GenAuth.Build.Lint.Rules;

namespace GenAuth.Build.Lint;

/// <summary>All convention rules. <c>generator/README.md</c> lists the codes in this order.</summary>
internal static class LintRules
{
    /// <summary>The code for problems of the list of exceptions.</summary>
    public const string ExceptionsCode = "GENAUTH100";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("GENAUTH101", "only known keys", KeyRules.Unknown),
        new("GENAUTH102", "the keys of a node in the fixed order", KeyRules.Order),
        new("GENAUTH103", "schemas and tags sorted by name; paths by client, tag and path", OrderRules.Sorted),
        new("GENAUTH104", "one client and one tag for all verbs of a path", OrderRules.PathsOfOneTag),
        new("GENAUTH105", "path parameters before query parameters", OrderRules.PathParametersFirst),

        new("GENAUTH110", "no oneOf, anyOf or not", SchemaRules.Alternatives),
        new("GENAUTH111", "integers with the format int32 or int64", SchemaRules.IntegerFormats),
        new("GENAUTH112", "numbers with the format double", SchemaRules.NumberFormats),
        new("GENAUTH113", "integer instead of number, except for values with a fraction", SchemaRules.Fractions),
        new("GENAUTH114", "a $ref alone, or as the only entry of allOf", SchemaRules.References),
        new("GENAUTH115", "schema references to components/schemas only", SchemaRules.ReferencesToSchemas),
        new("GENAUTH116", "lists with the type array and items", SchemaRules.Lists),
        new("GENAUTH117", "required members that exist, each listed once", SchemaRules.Required),
        new("GENAUTH118", "members of an object in named schemas only", SchemaRules.InlineMembers),
        new("GENAUTH119", "no unused schemas", SchemaRules.Unused),

        new("GENAUTH120", "enums as named schemas", EnumRules.Named),
        new("GENAUTH121", "enums of strings or of integers", EnumRules.TypeOfValues),
        new("GENAUTH122", "a name and a description for each enum value", EnumRules.Complete),
        new("GENAUTH123", "no duplicate enum values", EnumRules.DifferentValues),
        new("GENAUTH124", "remedies for all values of an integer enum, or for none", EnumRules.Remedies),
        new("GENAUTH125", "valid constant names for enum values", EnumRules.ConstantNames),
        new("GENAUTH126", "no duplicate descriptions in an enum", EnumRules.DifferentMeanings),
        new("GENAUTH127", "one enum for the same set of values", EnumRules.DifferentEnums),

        new("GENAUTH130", "no type name of .NET or of most programs", TypeNameRules.Free),
        new("GENAUTH131", "type names in PascalCase", TypeNameRules.WellFormed),
        new("GENAUTH132", "type names that differ by more than case", TypeNameRules.Different),
        new("GENAUTH133", "x-source-name only if it differs from the type name", TypeNameRules.SourceNames),

        new("GENAUTH140", "operationIds of a known client", OperationRules.Ids),
        new("GENAUTH141", "unique C# method names within a client", OperationRules.DifferentMethods),
        new("GENAUTH142", "one declared tag per operation, and no unused tags", OperationRules.Tags),
        new("GENAUTH143", "one 200 response in JSON", OperationRules.Responses),
        new("GENAUTH144", "query lists as name[] with explode, other parameters without", OperationRules.ListsInQueries),
        new("GENAUTH145", "known security schemes on every operation", OperationRules.Security),
        new("GENAUTH146", "envelopes with statusCode, message, apiCode and requestId", OperationRules.Envelopes),

        new("GENAUTH150", "a text for everything that users see", ProseRules.Present),
        new("GENAUTH151", "no placeholder texts", ProseRules.NoPlaceholders),
        new("GENAUTH152", "complete ASCII sentences that say more than the name", ProseRules.Wording),
        new("GENAUTH153", "one-line summaries", ProseRules.Summaries),

        new("GENAUTH160", "examples that are valid for their schema", SampleRules.Examples),
        new("GENAUTH161", "defaults that are valid for their schema", SampleRules.Defaults),
        new("GENAUTH162", "a sample for every date-time", SampleRules.Instants),

        new("GENAUTH170", "x-paging on operations that take a page", PagingRules.Declared),
        new("GENAUTH171", "no x-paging on other operations", PagingRules.Superfluous),
        new("GENAUTH172", "complete x-paging of one of the two styles", PagingRules.WellFormed),
        new("GENAUTH173", "page, limit and scroll as members of the request", PagingRules.RequestMembers),
        new("GENAUTH174", "items, total and next as members of the response", PagingRules.ResponseMembers),
        new("GENAUTH175", "the itemType of the list", PagingRules.ItemTypes),
        new("GENAUTH176", "total, if the response has one", PagingRules.Totals),

        new("GENAUTH180", "x-retry on every operation", RetryRules.Declared),
        new("GENAUTH181", "read for GET", RetryRules.Gets),
        new("GENAUTH182", "idempotent for PUT and DELETE", RetryRules.PutsAndDeletes),
        new("GENAUTH183", "no read with the name of a write", RetryRules.ReadsNamedLikeWrites),
        new("GENAUTH184", "no write with the name of a read", RetryRules.WritesNamedLikeReads),
        new("GENAUTH185", "never for operations that create, send or start something", RetryRules.CreatingOperations),
        new("GENAUTH186", "never for operations that can send messages or generate values", RetryRules.SideEffects),
        new("GENAUTH187", "never for operations with single-use values", RetryRules.SingleUse),

        new("GENAUTH189", "a mark or a recorded decision for names that are sometimes sensitive", SensitiveRules.Undecided),
        new("GENAUTH190", "x-sensitive with the value secret or personal", SensitiveRules.Marks),
        new("GENAUTH191", "x-sensitive on properties and parameters only", SensitiveRules.MarkedNodes),
        new("GENAUTH192", "x-sensitive on values, not on types with members", SensitiveRules.Values),
        new("GENAUTH193", "secret for names of secrets", SensitiveRules.SecretNames),
        new("GENAUTH194", "a mark for names of personal data", SensitiveRules.PersonalNames),
        new("GENAUTH195", "a mark for values that are described as secret", SensitiveRules.SecretTexts),
        new("GENAUTH196", "secret for pass codes and authorization codes, and for no other codes", SensitiveRules.Codes),
        new("GENAUTH197", "personal for user IDs whose kind the request selects", SensitiveRules.UserIds),
        new("GENAUTH198", "a mark for free-form values", SensitiveRules.FreeFormValues),
        new("GENAUTH199", "the same mark for the same name", SensitiveRules.ConsistentMarks),
    ];
}

/// <summary>A convention of the document.</summary>
/// <param name="code">The code in messages and exceptions.</param>
/// <param name="demand">The requirement, in one line.</param>
/// <param name="check">Finds the violations in any document, however malformed.</param>
internal sealed class Rule(string code, string demand, Func<LintModel, IEnumerable<Finding>> check)
{
    public string Code => code;

    public string Demand => demand;

    public IEnumerable<Finding> Check(LintModel document) => check(document);
}

/// <summary>Checks a document with all rules.</summary>
internal static class Linter
{
    /// <summary>The findings without those that an exception covers, in the order of the rules.</summary>
    public static IReadOnlyList<(Rule Rule, Finding Finding)> Check(ApiDocument document, LintExceptions exceptions)
    {
        var model = new LintModel(document);
        return [.. LintRules.All.SelectMany(rule => rule.Check(model).Where(finding => !exceptions.Cover(rule.Code, finding)), (rule, finding) => (rule, finding))];
    }
}
