namespace GenAuth.MaintainTests.Lint;

/// <summary>A mistake in the clean document, and the expected finding.</summary>
/// <param name="Code">The rule.</param>
/// <param name="Old">What is replaced.</param>
/// <param name="New">The replacement.</param>
/// <param name="Line">A part of the reported line.</param>
/// <param name="Message">A part of the message.</param>
/// <param name="Also">Other rules that the mistake breaks.</param>
internal sealed record RuleCase(string Code, string Old, string New, string Line, string Message, params string[] Also)
{
    private const string IdParameter = "{ \"name\": \"id\", \"in\": \"path\"";
    private const string Size = "\"size\": { \"type\": \"integer\", \"format\": \"int32\"";
    private const string Name = "\"name\": { \"type\": \"string\", \"description\": \"What it is called.\"";
    private const string Hidden = "\"name\": \"hidden\", \"in\": \"query\"";
    private const string Label = "\"label\": { \"type\": \"string\", \"description\": \"What is written on it.\"";
    private const string Notes = "\"notes\": { \"description\": \"Whatever people write on it.\"";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("GENAUTH101", Name, Name + ", \"x-nobody\": 1", "x-nobody", "The key 'x-nobody' is unknown here"),
        new("GENAUTH102", "\"type\": \"string\", \"description\": \"What it is called.\"", "\"description\": \"What it is called.\", \"type\": \"string\"", "What it is called", "Sort the keys into this order: type, description"),
        new("GENAUTH103", "ScrollDto", "ZigzagDto", "\"ThingDto\": {", "It follows 'ZigzagDto'") { Everywhere = true },
        new("GENAUTH103", "\"Lists\"", "\"Zeroes\"", "\"name\": \"Things\"", "tag Things: It follows 'Zeroes'") { Everywhere = true },
        new("GENAUTH103", "\"/api/v3/list-things\"", "\"/api/v3/zero-things\"", "\"/api/v3/scroll-things\"", "It follows 'Management / Lists / /api/v3/zero-things'"),
        new("GENAUTH104", "\"operationId\": \"Management_changeThing\"", "\"operationId\": \"Authentication_changeThing\"", "\"tags\": [ \"Things\" ],", "A path is sorted by its first operation, Management_getThing") { After = "\"put\"" },
        new("GENAUTH105", IdParameter, "{ \"name\": \"early\", \"in\": \"query\", \"description\": \"What comes too early.\", \"schema\": { \"type\": \"string\" } },\n          " + IdParameter, IdParameter, "Move the path parameters to the front"),

        new("GENAUTH110", Notes, "\"notes\": { \"oneOf\": [], \"description\": \"Whatever people write on it.\"", "oneOf", "uses the first of the alternatives in 'oneOf'"),
        new("GENAUTH111", Size, "\"size\": { \"type\": \"integer\"", "\"size\": {", "ScrollDto.size: The size of the integer is missing"),
        new("GENAUTH112", Size, "\"size\": { \"type\": \"number\"", "\"size\": {", "Add it, or use integer", "GENAUTH113", "GENAUTH173"),
        new("GENAUTH113", "\"ScrollDto\": {\n        \"type\": \"object\",", "\"ScrollDto\": {\n        \"type\": \"number\", \"format\": \"double\",", "\"number\"", "ScrollDto: A number becomes a double"),
        new("GENAUTH114", "\"schema\": { \"$ref\": \"#/components/schemas/ScrollDto\" }", "\"schema\": { \"$ref\": \"#/components/schemas/ScrollDto\", \"description\": \"Where.\" }", "\"Where.\"", "Move the reference into allOf"),
        new("GENAUTH114", "\"data\": { \"allOf\": [ { \"$ref\": \"#/components/schemas/ThingPageDto\" } ]", "\"data\": { \"allOf\": [ { \"$ref\": \"#/components/schemas/ThingPageDto\" }, { \"$ref\": \"#/components/schemas/ScrollDto\" } ]", "}, {", "the only entry of allOf"),
        new("GENAUTH115", "\"schema\": { \"$ref\": \"#/components/schemas/ScrollDto\" }", "\"schema\": { \"$ref\": \"#/components/other/ScrollDto\" }", "components/other", "Move the target there", "GENAUTH119", "GENAUTH171", "GENAUTH173"),
        new("GENAUTH116", "\"type\": \"array\", \"description\": \"What it consists of.\", \"items\"", "\"type\": \"array\", \"description\": \"What it consists of.\", \"additionalProperties\"", "\"parts\"", "A list has the type array and items"),
        new("GENAUTH117", "\"required\": [ \"name\", \"colour\" ]", "\"required\": [ \"name\", \"shape\" ]", "\"shape\"", "'shape' is required but not among the properties", "GENAUTH160"),
        new("GENAUTH117", "\"required\": [ \"name\", \"colour\" ]", "\"required\": [ \"name\", \"name\" ]", "\"name\", \"name\"", "'name' is required twice"),
        new("GENAUTH118", Notes, "\"notes\": { \"description\": \"Whatever people write on it.\", \"properties\": {}", "\"notes\"", "Inline members have no type name"),
        new("GENAUTH119", "\"schemas\": {", "\"schemas\": {\n      \"Alone\": { \"description\": \"Nobody knows it.\" },", "Alone", "No operation uses this schema"),

        new("GENAUTH120", Name, Name + ", \"enum\": [ \"cup\" ]", "\"enum\": [ \"cup\" ]", "Inline enums get numbered type names", "GENAUTH102"),
        new("GENAUTH121", "\"enum\": [ 2004, 2005 ]", "\"enum\": [ 2004, \"2005\" ]", "\"2005\"", "Correct the type or the values"),
        new("GENAUTH122", "\"x-enumNames\": [ \"Red\", \"Green\" ]", "\"x-enumNames\": [ \"Red\" ]", "[ \"Red\" ]", "There are 2 values, but 1 texts in x-enumNames"),
        new("GENAUTH122", "\"x-enumDescriptions\": [ \"As fire is.\", \"As grass is.\" ]", "\"x-enumDescriptions\": []", "\"x-enumDescriptions\": []", "but 0 texts in x-enumDescriptions"),
        new("GENAUTH123", "\"enum\": [ \"red\", \"green\" ]", "\"enum\": [ \"red\", \"red\" ]", "\"red\", \"red\"", "The value 'red' is listed twice"),
        new("GENAUTH124", "\"x-enumRemedies\": [ \"Correct the number.\", \"Wait for a while.\" ]", "\"x-enumRemedies\": [ \"Correct the number.\" ]", "x-enumRemedies", "Complete or delete it"),
        new("GENAUTH125", "\"Red\", \"Green\"", "\"Red\", \"Value\"", "\"Value\"", "Colour.Value: Choose another name in x-enumNames"),
        new("GENAUTH125", "\"Red\", \"Green\"", "\"Red\", \"2green\"", "\"2green\"", "Colour.2green"),
        new("GENAUTH125", "\"ThingNotFound\", \"ThingLocked\"", "\"ThingNotFound\", \"Remedy\"", "\"Remedy\"", "ApiCode.Remedy"),
        new("GENAUTH126", "\"As fire is.\", \"As grass is.\"", "\"As fire is.\", \"As fire is.\"", "As fire is", "Describe how they differ"),
        new("GENAUTH127", "\"Colour\": {", "\"Color\": { \"type\": \"string\", \"description\": \"What something looks like.\", \"enum\": [ \"green\", \"red\" ], \"x-enumNames\": [ \"Green\", \"Red\" ], \"x-enumDescriptions\": [ \"As grass is.\", \"As fire is.\" ] },\n      \"Colour\": {", "\"Colour\": {", "Color has the same values", "GENAUTH119"),

        new("GENAUTH130", "ScrollDto", "Stream", "\"Stream\": {", "Stream: Its name is that of a .NET type") { Everywhere = true },
        new("GENAUTH130", "ScrollDto", "Session", "\"Session\": {", "would be ambiguous in users' files") { Everywhere = true },
        new("GENAUTH131", "ScrollDto", "Scroll_Dto", "\"Scroll_Dto\": {", "Use PascalCase letters and digits") { Everywhere = true },
        new("GENAUTH132", "\"ThingDto\": {", "\"THINGDto\": { \"description\": \"Not the same at all.\" },\n      \"ThingDto\": {", "\"ThingDto\": {", "It differs from THINGDto only by case", "GENAUTH119"),
        new("GENAUTH133", "\"description\": \"A place in a list.\",", "\"description\": \"A place in a list.\", \"x-source-name\": \"ScrollDto\",", "x-source-name", "x-source-name equals the schema's own name"),

        new("GENAUTH140", "Management_makeThing", "Management_MakeThing", "Management_MakeThing", "has the form Authentication_method or Management_method"),
        new("GENAUTH141", "Management_makeThing", "Management_GETThing", "Management_getThing", "It has the C# name of Management_GETThing", "GENAUTH140"),
        new("GENAUTH142", "\"tags\": [ \"Things\" ]", "\"tags\": [ \"Nothings\" ]", "Nothings", "'Nothings' is not declared in tags"),
        new("GENAUTH142", "{ \"name\": \"Things\",", "{ \"name\": \"Strings\", \"description\": \"What nobody has.\" },\n    { \"name\": \"Things\",", "Strings", "No operation has this tag"),
        new("GENAUTH143", "\"200\": { \"description\": \"Response without data.\"", "\"201\": { \"description\": \"Response without data.\"", "\"201\"", "Describe one response, 200"),
        new("GENAUTH143", "\"description\": \"Response with one page.\", \"content\": { \"application/json\"", "\"description\": \"Response with one page.\", \"content\": { \"text/html\"", "text/html", "with a schema of application/json", "GENAUTH174"),
        new("GENAUTH144", "\"style\": \"form\", \"explode\": true, ", "\"style\": \"form\", ", "colours[]", "style form, explode true"),
        new("GENAUTH144", "\"name\": \"colours[]\"", "\"name\": \"colours\"", "\"colours\"", "A list has the name name[]"),
        new("GENAUTH144", Hidden + ", \"description\": \"Whether to look among the hidden ones.\"", Hidden + ", \"description\": \"Whether to look among the hidden ones.\", \"explode\": true", "hidden", "a single value has no brackets, style or explode"),
        new("GENAUTH145", "\"security\": [ { \"signature\": [] } ]", "\"security\": [ { \"cookie\": [] } ]", "cookie", "The authorization is not described"),
        new("GENAUTH146", "\"requestId\": { \"type\": \"string\", \"description\": \"What to ask the operator about.\" }\n", "\"askFor\": { \"type\": \"string\", \"description\": \"What to ask the operator about.\" }\n", "\"properties\": {", "Its 'requestId' is missing") { After = "\"DoneRespDto\": {" },
        new("GENAUTH146", "\"required\": [ \"statusCode\", \"message\" ]", "\"required\": [ \"message\" ]", "\"properties\": {", "Its 'statusCode' is not that of an envelope") { After = "\"DoneRespDto\": {" },

        new("GENAUTH150", "\"summary\": \"Makes something.\"", "\"summary\": \"\"", "\"summary\": \"\"", "There is no text"),
        new("GENAUTH150", ", \"description\": \"What it is called.\"", "", "\"name\": { \"type\": \"string\", \"maxLength\"", "ThingDto.name: There is no text"),
        new("GENAUTH150", "\"As fire is.\"", "null", "null", "Colour.red: There is no text"),
        new("GENAUTH150", "\"name\": \"Lists\", \"description\": \"What responds with one page.\"", "\"name\": \"Lists\"", "\"name\": \"Lists\"", "tag Lists: There is no text"),
        // The placeholder is the violation that the rule has to find.
        new("GENAUTH151", "What it is called.", "TODO: say what it is called.", "TODO", "ThingDto.name: The text is a placeholder"),
        new("GENAUTH151", "Response with one page.", "TODO: the response of listThings", "TODO", "Management_listThings response: The text is a placeholder"),
        new("GENAUTH152", "What it is called.", "The name of it.", "The name of it", "The text says only the name"),
        new("GENAUTH153", "\"description\": \"Can be asked for once.\"", "\"description\": \"Makes something.\"", "\"summary\": \"Makes something.\"", "Limit the summary to 120 characters"),

        new("GENAUTH160", "\"name\": \"cup\"", "\"name\": 1", "\"name\": 1", "Management_getThing response.data.name: The sample is not of type string"),
        new("GENAUTH160", "\"colour\": \"red\"", "\"colour\": \"rot\"", "rot", "The sample 'rot' is not one of the values"),
        new("GENAUTH160", ", \"colour\": \"red\"", "", "\"name\": \"cup\"", "response.data.colour: The member is required"),
        new("GENAUTH160", "\"example\": 2 }", "\"example\": 0 }", "\"example\": 0", "The sample 0 is out of bounds"),
        new("GENAUTH160", "\"example\": \"cup\"", "\"example\": \"cup and saucer\"", "cup and saucer", "The sample has 14 characters"),
        new("GENAUTH160", "2026-01-02T03:04:05Z", "yesterday", "yesterday", "is no point in time in UTC"),
        new("GENAUTH161", "\"default\": 1", "\"default\": \"1\"", "\"default\": \"1\"", "The sample is not of type integer"),
        new("GENAUTH162", ", \"example\": \"2026-01-02T03:04:05Z\"", "", "madeAt", "nothing shows that the values are points in time"),

        new("GENAUTH170", "\"x-paging\": {\n          \"style\": \"page\"", "\"x-other\": {\n          \"style\": \"page\"", "Management_listThings", "It takes a page number, but has no x-paging", "GENAUTH101"),
        new("GENAUTH171", "\"x-retry\": \"idempotent\"", "\"x-retry\": \"idempotent\", \"x-paging\": { \"style\": \"page\", \"in\": \"query\", \"page\": \"page\", \"limit\": \"limit\", \"items\": \"data\", \"itemType\": \"any\" }", "\"idempotent\"", "It does not take a page number. Delete x-paging", "GENAUTH173", "GENAUTH174"),
        new("GENAUTH172", "\"style\": \"scroll\"", "\"style\": \"scrol\"", "scrol\"", "The style 'scrol' is neither page nor scroll"),
        new("GENAUTH172", "\"itemType\": \"ThingDto\"", "\"items2\": \"ThingDto\"", "\"x-paging\": {", "'itemType' is missing", "GENAUTH101"),
        new("GENAUTH172", "\"next\": \"data.scrollId\"", "\"next\": \"data.scrollId\", \"total\": \"data.totalCount\"", "\"total\": \"data.totalCount\"", "'total' is not allowed with the style scroll", "GENAUTH102") { After = "Management_scrollThings" },
        new("GENAUTH172", "\"in\": \"query\",\n          \"page\"", "\"in\": \"header\",\n          \"page\"", "\"header\"", "'header' is neither query nor body"),
        new("GENAUTH173", "\"limit\": \"size\"", "\"limit\": \"sizes\"", "\"x-paging\"", "'sizes' (limit) is not a member of the request") { After = "Management_scrollThings" },
        new("GENAUTH174", "\"items\": \"data.list\"", "\"items\": \"data.lists\"", "\"x-paging\"", "'data.lists' (items) is not of type array in the response"),
        new("GENAUTH175", "\"itemType\": \"ThingDto\"", "\"itemType\": \"any\"", "\"x-paging\"", "The itemType is 'any', but the list is of 'ThingDto'"),
        new("GENAUTH176", "\"total\": \"data.totalCount\",", "", "\"x-paging\"", "Add total to x-paging"),

        new("GENAUTH180", "\"x-retry\": \"never\"", "\"x-retry\": \"often\"", "often", "Add x-retry with read, idempotent or never"),
        new("GENAUTH181", "\"x-retry\": \"read\",", "\"x-retry\": \"never\",", "\"x-retry\": \"never\"", "A GET is a read", "GENAUTH184"),
        new("GENAUTH182", "\"x-retry\": \"idempotent\"", "\"x-retry\": \"never\"", "\"x-retry\": \"never\"", "leaves the same state: idempotent") { After = "\"put\"" },
        new("GENAUTH183", "Management_getThing", "Management_deleteThing", "\"x-retry\": \"read\"", "Its name suggests a change") { After = "Management_deleteThing" },
        new("GENAUTH184", "Management_changeThing", "Management_findThing", "\"x-retry\": \"idempotent\"", "Its name suggests a read"),
        new("GENAUTH185", "Management_changeThing", "Management_createThing", "\"x-retry\": \"idempotent\"", "which a retry would do twice: never"),
        new("GENAUTH186", "\"label\": {", "\"sendNotification\": {", "\"x-retry\": \"idempotent\"", "Management_changeThing body.sendNotification"),
        new("GENAUTH187", Label + " }", Label.Replace("label", "ticket", StringComparison.Ordinal) + ", \"x-sensitive\": \"secret\" }", "\"x-retry\": \"idempotent\"", "used up Management_changeThing body.ticket"),

        new("GENAUTH189", Label, Label.Replace("label", "linkUrl", StringComparison.Ordinal), "\"linkUrl\"", "Mark it with x-sensitive, or add its meaning to the exceptions"),
        new("GENAUTH190", Name, Name + ", \"x-sensitive\": \"private\"", "private", "x-sensitive is secret or personal, not 'private'", "GENAUTH102"),
        new("GENAUTH191", "\"description\": \"A place in a list.\"", "\"description\": \"A place in a list.\", \"x-sensitive\": \"secret\"", "x-sensitive\": \"secret\"", "ScrollDto: x-sensitive has no effect here", "GENAUTH102"),
        new("GENAUTH192", Hidden + ", \"description\": \"Whether to look among the hidden ones.\", \"schema\": { \"type\": \"boolean\" }", Hidden + ", \"description\": \"Whether to look among the hidden ones.\", \"schema\": { \"type\": \"boolean\" }, \"x-sensitive\": \"personal\"", "hidden", "a boolean, which is never marked"),
        new("GENAUTH193", "\"description\": \"What opens it.\", \"x-sensitive\": \"secret\"", "\"description\": \"What opens it.\"", "\"password\"", "Its name is that of a secret, but it is not marked as one"),
        new("GENAUTH194", Name, "\"email\": { \"type\": \"string\", \"description\": \"What it is called.\"", "\"email\"", "Its name is that of personal data", "GENAUTH117", "GENAUTH160"),
        new("GENAUTH195", "\"What it is called.\"", "\"What it is called, do not log it.\"", "do not log", "It is described as a secret"),
        new("GENAUTH196", "Pass code for the lock.", "What the shelf says.", "\"code\"", "Correct the mark, or clarify the description"),
        new("GENAUTH197", "\"notes\"", "\"userIdType\": { \"type\": \"string\", \"description\": \"Which kind it is.\" },\n          \"userId\": { \"type\": \"string\", \"description\": \"Whose it is.\" },\n          \"notes\"", "\"userId\"", "may be an e-mail address: personal"),
        new("GENAUTH198", Notes + ", \"x-sensitive\": \"personal\"", Notes, "\"notes\"", "It can contain anything, but is not marked"),
        new("GENAUTH199", "\"scrollId\": { \"type\": \"string\", \"description\": \"Where to go on.\" }", "\"scrollId\": { \"type\": \"string\", \"description\": \"Where to go on.\", \"x-sensitive\": \"personal\" }", "\"scrollId\"", "personal ScrollDto.scrollId") { After = "\"ThingPageDto\": {" },
    ];

    /// <summary>A text before the reported line, if the part occurs before.</summary>
    public string After { get; private init; } = string.Empty;

    /// <summary>Whether every occurrence is replaced instead of the first one.</summary>
    public bool Everywhere { get; private init; }

    public string Text => Everywhere ? CleanDocument.Text.Replace(Old, New, StringComparison.Ordinal) : CleanDocument.With(Old, New);

    public override string ToString() => $"{Code}: {New}";
}
