namespace GenAuth.Build;

/// <summary>All conventions that a build checks. <c>generator/README.md</c> explains the codes, in this order.</summary>
internal static class Rules
{
    /// <summary>What is wrong with the list of exceptions.</summary>
    public const string ExceptionsCode = "GENAUTH100";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new("GENAUTH101", "only keys that something reads", KeyRules.Unknown),
        new("GENAUTH102", "the keys of a node in one order", KeyRules.Order),
        new("GENAUTH103", "schemas and tags by name; paths by client, tag and path", OrderRules.Sorted),
        new("GENAUTH104", "the verbs of a path of one client and one tag", OrderRules.PathsOfOneTag),
        new("GENAUTH105", "parameters of the path before those of the query", OrderRules.PathParametersFirst),

        new("GENAUTH110", "no oneOf, anyOf or not", SchemaRules.Alternatives),
        new("GENAUTH111", "integers with int32 or int64", SchemaRules.IntegerFormats),
        new("GENAUTH112", "numbers with double", SchemaRules.NumberFormats),
        new("GENAUTH113", "integers, but for the few values with a fraction", SchemaRules.Fractions),
        new("GENAUTH114", "a reference alone, or the one of an allOf", SchemaRules.References),
        new("GENAUTH115", "references of schemas to components/schemas", SchemaRules.ReferencesToSchemas),
        new("GENAUTH116", "lists with the type array and items", SchemaRules.Lists),
        new("GENAUTH117", "required members that exist, each once", SchemaRules.Required),
        new("GENAUTH118", "members of an object in named schemas only", SchemaRules.InlineMembers),
        new("GENAUTH119", "schemas that an operation uses", SchemaRules.Unused),

        new("GENAUTH120", "enums as named schemas", EnumRules.Named),
        new("GENAUTH121", "enums of text or of integers", EnumRules.TypeOfValues),
        new("GENAUTH122", "a name and a description for each value of an enum", EnumRules.Complete),
        new("GENAUTH123", "no value twice in an enum", EnumRules.DifferentValues),
        new("GENAUTH124", "remedies for all values of an enum of integers, or for none", EnumRules.Remedies),
        new("GENAUTH125", "names of values that are good constants", EnumRules.ConstantNames),
        new("GENAUTH126", "no description twice in an enum", EnumRules.DifferentMeanings),
        new("GENAUTH127", "one enum for the same set of values", EnumRules.DifferentEnums),

        new("GENAUTH130", "no name of a type that .NET or nearly every program has", TypeNameRules.Free),
        new("GENAUTH131", "names of types in PascalCase", TypeNameRules.WellFormed),
        new("GENAUTH132", "names of types that differ by more than case", TypeNameRules.Different),
        new("GENAUTH133", "x-source-name only for another name", TypeNameRules.SourceNames),

        new("GENAUTH140", "operationIds of a client that there is", OperationRules.Ids),
        new("GENAUTH141", "each C# name of an operation once in a client", OperationRules.DifferentMethods),
        new("GENAUTH142", "one tag per operation, declared; no tag declared in vain", OperationRules.Tags),
        new("GENAUTH143", "one 200 in JSON as answer", OperationRules.Answers),
        new("GENAUTH144", "lists in a query as name[] with explode, nothing else so", OperationRules.ListsInQueries),
        new("GENAUTH145", "known ways to authorize on every operation", OperationRules.Security),
        new("GENAUTH146", "envelopes with statusCode, message, apiCode and requestId", OperationRules.Envelopes),

        new("GENAUTH150", "a text on everything that users see", ProseRules.There),
        new("GENAUTH151", "no placeholder in its stead", ProseRules.Finished),
        new("GENAUTH152", "finished ASCII sentences that say more than the name", ProseRules.Wording),
        new("GENAUTH153", "summaries of one short line", ProseRules.Summaries),

        new("GENAUTH160", "examples that are of their schema", SampleRules.Examples),
        new("GENAUTH161", "defaults that are of their schema", SampleRules.Defaults),

        new("GENAUTH170", "x-paging on what takes a page", PagingRules.Said),
        new("GENAUTH171", "x-paging on nothing else", PagingRules.Needed),
        new("GENAUTH172", "x-paging of one of the two styles, complete", PagingRules.Form),
        new("GENAUTH173", "page, limit and scroll as members of the request", PagingRules.Sent),
        new("GENAUTH174", "items, total and next as members of the answer", PagingRules.Received),
        new("GENAUTH175", "the type of the items as the list has it", PagingRules.ItemTypes),
        new("GENAUTH176", "the total where there is one", PagingRules.Totals),

        new("GENAUTH180", "x-retry on every operation", RetryRules.Said),
        new("GENAUTH181", "read for a GET", RetryRules.Gets),
        new("GENAUTH182", "idempotent for a PUT or DELETE", RetryRules.PutsAndDeletes),
        new("GENAUTH183", "no read that is called like a write", RetryRules.ReadsCalledLikeWrites),
        new("GENAUTH184", "no write that is called like a read", RetryRules.WritesCalledLikeReads),
        new("GENAUTH185", "never for what makes, sends or starts something", RetryRules.Makers),
        new("GENAUTH186", "never for what can send messages or invent values", RetryRules.SideEffects),
        new("GENAUTH187", "never for what takes something that works once", RetryRules.UsedUp),

        new("GENAUTH189", "a mark or a recorded decision for what may be sensitive by its name", SensitiveRules.Undecided),
        new("GENAUTH190", "x-sensitive with secret or personal", SensitiveRules.Marks),
        new("GENAUTH191", "x-sensitive on properties and parameters", SensitiveRules.Places),
        new("GENAUTH192", "x-sensitive where the value is", SensitiveRules.Values),
        new("GENAUTH193", "secret for what is called like a secret", SensitiveRules.SecretNames),
        new("GENAUTH194", "a mark for what is called like something of a person", SensitiveRules.PersonalNames),
        new("GENAUTH195", "a mark for what is described as a secret", SensitiveRules.SecretTexts),
        new("GENAUTH196", "secret for codes that are handed over, and only for those", SensitiveRules.Codes),
        new("GENAUTH197", "personal for user IDs of a kind that the request names", SensitiveRules.UserIds),
        new("GENAUTH198", "a mark for what can hold anything", SensitiveRules.Unknowns),
        new("GENAUTH199", "the same mark for the same name", SensitiveRules.Alike),
    ];
}
