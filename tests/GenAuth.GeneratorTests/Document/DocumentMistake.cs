using GenAuth.GeneratorTests.Support;

namespace GenAuth.GeneratorTests.Document;

/// <summary>A mistake in the small document, and the only error that the check must report for it.</summary>
/// <param name="Name">What is wrong.</param>
/// <param name="Old">What is replaced.</param>
/// <param name="New">The replacement; the error is in its line.</param>
/// <param name="Code">The code of the error.</param>
/// <param name="Message">A part of the message.</param>
/// <param name="At">A part of the line of the error, if it is not the changed line.</param>
internal sealed record DocumentMistake(string Name, string Old, string New, string Code, string Message, string? At = null)
{
    private const string Text = "GENAUTH019";
    private const string Names = "GENAUTH020";
    private const string Values = "GENAUTH021";
    private const string Response = "GENAUTH022";
    private const string Paging = "GENAUTH023";
    private const string Page = "\"page\", \"limit\": \"limit\", \"items\": \"data.list\"";
    private const string Weight = "\"weight\": { \"type\"";

    public static IReadOnlyList<DocumentMistake> All { get; } =
    [
        new("a line break in a member's name", Weight, "\"wei\\nght\": { \"type\"", Text, "has the character U+000A at position 4"),
        new("a quotation mark in a member's name", Weight, "\"wei\\\"ght\": { \"type\"", Text, "has the character '\"'"),
        new("a line separator in a member's name", Weight, "\"wei\\u2028ght\": { \"type\"", Text, "U+2028"),
        new("a next line in a description", "How heavy, in kilograms.", "How heavy,\\u0085 in kilograms.", Text, "U+0085"),
        new("a paragraph separator in a description", "How heavy, in kilograms.", "How heavy,\\u2029 in kilograms.", Text, "U+2029"),
        new("a change of direction in a description", "How heavy, in kilograms.", "How heavy,\\u202e in kilograms.", Text, "U+202E"),
        new("a control character in a summary", "\"Makes a thing.\"", "\"Makes a\\u0007 thing.\"", Text, "U+0007"),
        new("a member with an endless name", Weight, $"\"{new string('w', 201)}\": {{ \"type\"", Text, "has 201 characters"),
        new("a quotation mark in a parameter's name", "\"name\": \"afterId\"", "\"name\": \"after\\\"Id\"", Text, "has the character '\"'"),
        new("a quotation mark in a path", "\"/things/token\"", "\"/things/to\\\"ken\"", Text, "has the character '\"'"),
        new("a path that begins with a letter", "\"/things/token\"", "\"things/token\"", Text, "beginning with /"),
        new("a line break in a tag", "\"tags\": [ \"Login\" ]", "\"tags\": [ \"Log\\nin\" ]", Text, "U+000A"),
        new("a backslash in a declared tag", "{ \"name\": \"Users\"", "{ \"name\": \"Us\\\\ers\"", Text, "has the character '\\'"),
        new("a tag of dots", "\"tags\": [ \"Login\" ]", "\"tags\": [ \"..\" ]", Text, "at least one letter or digit"),
        new("a semicolon in a value of an enum", "\"enum\": [ \"big\"", "\"enum\": [ \"b;ig\"", Text, "has the character ';'"),
        new("code in a constant's name", "\"x-enumNames\": [ \"Big\"", "\"x-enumNames\": [ \"Big => default; } //\"", Text, "has the character ' '"),
        new("a constant's name that is no text", "\"x-enumNames\": [ \"Big\"", "\"x-enumNames\": [ 5", Text, "is not a list of texts"),
        new("a constant's description that is no text", "\"x-enumDescriptions\": [ \"All is well.\"", "\"x-enumDescriptions\": [ { }", Text, "is not a list of texts"),
        new("code in a C# name", "\"x-csharp-name\": \"Size\"", "\"x-csharp-name\": \"Size { get; } //\"", Text, "has the character ' '"),
        new("a C# name that is no text", "\"x-csharp-name\": \"Size\"", "\"x-csharp-name\": 5", Text, "is not a text"),
        new("a member that is given the name of a field", Weight, "\"1st\": { \"type\": \"string\", \"x-csharp-name\": \"_Weight\" }, \"weight\": { \"type\"", Text, "The value '_Weight' has an invalid form"),
        new("a constant that is given the name of the field", "\"x-enumNames\": [ \"Big\"", "\"x-enumNames\": [ \"_value\"", Text, "The value '_value' has an invalid form"),
        new("a bar in x-sensitive", "\"x-sensitive\": \"personal\" }\n        }\n      },\n      \"PubEventRespDto\"", "\"x-sensitive\": \"personal|required\" }\n        }\n      },\n      \"PubEventRespDto\"", Text, "has the character '|'"),
        new("a blank before the type of a security scheme", "\"type\": \"apiKey\"", "\"type\": \" apiKey\"", Text, "has the character ' '"),
        new("a blank in x-retry", "\"x-retry\": \"idempotent\"", "\"x-retry\": \"idem potent\"", Text, "has the character ' '"),
        new("a line break in a media type", "\"application/x-www-form-urlencoded\"", "\"application/json\\n\"", Text, "U+000A"),
        new("code in x-paging", Page, "\"page\", \"limit\": \"limit\", \"items\": \"data; //\"", Text, "has the character ';'"),
        new("a verb of its own", "\"deprecated\": true,\n        \"x-retry\": \"idempotent\"\n      }", "\"deprecated\": true,\n        \"x-retry\": \"idempotent\"\n      }, \"evil\": { }", Text, "is not a verb"),
        new("a verb that netstandard2.0 lacks", "\"delete\": {", "\"patch\": {", Text, "is not a verb"),
        new("a version with a line separator", "\"version\": \"1.0.0\"", "\"version\": \"1.0.0\\u2028\"", Text, "U+2028"),

        new("two members of one name", Weight, "\"Other_kinds\": { \"type\": \"string\" }, \"weight\": { \"type\"", Names, "the member 'Other_kinds' of 'ThingDto' would be 'OtherKinds', which the member 'other_kinds' of 'ThingDto' in line"),
        new("a member of a type that extends another", "{ \"size\": { \"type\": \"string\"", "{ \"Name\": { \"type\": \"string\"", Names, "'name' of 'ThingDto' in line"),
        new("a member called like the additional properties", Weight, "\"additionalProperties\": { \"type\"", Names, "every object"),
        new("a member called like a method", Weight, "\"toString\": { \"type\"", Names, "every object"),
        new("a member called like Equals", Weight, "\"equals\": { \"type\"", Names, "every object"),
        new("a member called like GetType", Weight, "\"getType\": { \"type\"", Names, "every object"),
        new("a member called like GetHashCode", Weight, "\"get_hash_code\": { \"type\"", Names, "every object"),
        new("a member called like its type", Weight, "\"thingDto\": { \"type\"", Names, "that of its type"),
        new("a member that begins with a digit", Weight, "\"1st\": { \"type\"", Names, "No C# name can be made of the member '1st'"),
        new("a member in another language", "\"description\": \"In another language.\", \"x-csharp-name\": \"Size\"", "\"description\": \"In another language.\"", Names, "'größe'"),
        new("a member that is given a keyword", "\"x-csharp-name\": \"Size\"", "\"x-csharp-name\": \"class\"", Names, "is a keyword of C#"),
        new("a member called like the getter of another", Weight, "\"1st\": { \"type\": \"string\", \"x-csharp-name\": \"get_Kind\" }, \"weight\": { \"type\"", Names, "which the getter of the member 'kind' of 'ThingDto' in line"),
        new("a member called like the setter of another", Weight, "\"1st\": { \"type\": \"string\", \"x-csharp-name\": \"set_Kind\" }, \"weight\": { \"type\"", Names, "which the setter of the member 'kind' of 'ThingDto' in line"),
        new("two parameters of one name", "\"name\": \"mainKind\"", "\"name\": \"ThingId\"", Names, "'thing_id' in line"),
        new("a parameter called request", "\"name\": \"mainKind\"", "\"name\": \"request\"", Names, "a variable of every method"),
        new("a parameter called requestOptions", "\"name\": \"mainKind\"", "\"name\": \"request_options\"", Names, "a parameter of every method"),
        new("a parameter called cancellationToken", "\"name\": \"mainKind\"", "\"name\": \"cancellationToken\"", Names, "a parameter of every method"),
        new("a parameter called options beside options", "\"name\": \"mainKind\"", "\"name\": \"options\"", Names, "the parameter for what a call may leave out"),
        new("a parameter that begins with a digit", "\"name\": \"afterId\"", "\"name\": \"2nd\"", Names, "No C# name can be made of the parameter '2nd'"),
        new("a parameter in another language", "\"name\": \"afterId\"", "\"name\": \"名字\"", Names, "'名字'"),
        new("a parameter that is given a keyword", "\"x-csharp-name\": \"extIdpConnIdentifier\"", "\"x-csharp-name\": \"event\"", Names, "is a keyword of C#"),
        new("two options of one name", "\"name\": \"afterId\"", "\"name\": \"Kind\"", Names, "'kind' in line"),
        new("an option called like a method of every object", "\"name\": \"afterId\"", "\"name\": \"to_string\"", Names, "every object"),
        new("an option called like its class", "\"name\": \"afterId\"", "\"name\": \"list_thing_parts_options\"", Names, "the class that it is a member of"),
        new("options called like a class of the library", "\"operationId\": \"Authentication_listThingParts\",", "\"operationId\": \"Authentication_listThingParts\", \"x-csharp-options\": \"RequestOptions\",", Names, "which the library has already"),
        new("options called like a schema", "\"operationId\": \"Authentication_listThingParts\",", "\"operationId\": \"Authentication_listThingParts\", \"x-csharp-options\": \"ThingDto\",", Names, "which the schema 'ThingDto' in line"),
        new("two classes of options of one name", "\"operationId\": \"Authentication_listThingParts\",", "\"operationId\": \"Authentication_listThingParts\", \"x-csharp-options\": \"ListThingsOptions\",", Names, "x-csharp-options of the operation", At: "\"Management_listThings\""),
        new("a parameter beside a body called body", "\"operationId\": \"Authentication_createThing\",", "\"operationId\": \"Authentication_createThing\", \"parameters\": [ { \"name\": \"body\", \"in\": \"query\", \"required\": true, \"schema\": { \"type\": \"string\" } } ],\n", Names, "which the parameter 'body' in line", At: "\"requestBody\": { \"required\": false"),
        new("two methods of one name", "\"x-csharp-name\": \"GetApproval\"", "\"x-csharp-name\": \"CreateThing\"", Names, "CreateThingAsync", At: "\"Authentication_createThing\""),
        new("a method called like a paging method", "\"operationId\": \"Management_getUser\"", "\"operationId\": \"Management_listThingsAutoPaging\"", Names, "ListThingsAutoPagingAsync"),
        new("a tag called like a method", "\"x-csharp-name\": \"Files\"", "\"x-csharp-name\": \"UploadThingPhotoAsync\"", Names, "which the operation 'Authentication_uploadThingPhoto' in line"),
        new("a tag called like a method of every client", "\"x-csharp-name\": \"Files\"", "\"x-csharp-name\": \"SendAsync\"", Names, "which a client has already"),
        new("a tag whose interface would be that of the client", "\"x-csharp-name\": \"Files\"", "\"x-csharp-name\": \"Client\"", Names, "Give it another name with x-csharp-name of the tag"),
        new("two tags of one name", "\"x-csharp-name\": \"Files\"", "\"x-csharp-name\": \"Things\"", Names, "which the property for the tag 'Things' of the client Authentication in line"),
        new("a tag in another language", "\"tags\": [ \"Login\" ]", "\"tags\": [ \"登录\" ]", Names, "No C# name can be made of the property for the tag '登录'"),
        new("a schema called like the interface of a tag", "\"NothingDto\": {", "\"IManagementUsers\": { },\n      \"NothingDto\": {", Names, "which the schema 'IManagementUsers' in line", At: "\"name\": \"Users\""),
        new("two schemas that differ by case", "\"NothingDto\": {", "\"nothingDto\": { \"type\": \"object\" },\n      \"NothingDto\": {", Names, "only by case"),
        new("a schema called like a namespace", "\"NothingDto\": {", "\"System\": { },\n      \"NothingDto\": {", Names, "the library"),
        new("two constants of one name", "\"x-enumNames\": [ \"Big\", \"VerySmall\"", "\"x-enumNames\": [ \"Big\", \"Big\"", Names, "which the value 'big' of 'ThingKind' in line"),
        new("a value twice", "\"enum\": [ \"alipay\" ],\n        \"x-enumNames\": [ \"Alipay\" ]", "\"enum\": [ \"alipay\", \"alipay\" ]", Names, "'Alipay', which the value 'alipay'"),
        new("a constant called like a member of every enum", "\"x-enumNames\": [ \"Big\"", "\"x-enumNames\": [ \"IsKnown\"", Names, "every enum"),
        new("a constant called like a getter of every enum", "\"x-enumNames\": [ \"Big\"", "\"x-enumNames\": [ \"get_Value\"", Names, "every enum"),
        new("a constant called like an operator", "\"x-enumNames\": [ \"Big\"", "\"x-enumNames\": [ \"op_Equality\"", Names, "every enum"),
        new("a constant called like the getter of another", "\"x-enumNames\": [ \"Big\", \"VerySmall\"", "\"x-enumNames\": [ \"get_VerySmall\", \"VerySmall\"", Names, "which the getter of the value"),
        new("a constant of a text that begins with a digit", "\"enum\": [ \"alipay\" ],\n        \"x-enumNames\": [ \"Alipay\" ]", "\"enum\": [ \"2fa\" ]", Names, "No C# name can be made of the value '2fa'"),
        new("a constant of a text in another language", "\"enum\": [ \"alipay\" ],\n        \"x-enumNames\": [ \"Alipay\" ]", "\"enum\": [ \"支付宝\" ]", Names, "No C# name can be made of the value '支付宝'"),
        new("a constant called like its type", "\"x-enumNames\": [ \"Big\"", "\"x-enumNames\": [ \"ThingKind\"", Names, "that of its type"),

        new("a text in an enum of integers", "\"enum\": [ 200, 403 ]", "\"enum\": [ 200, \"403); Evil(\" ]", Text, "has the character"),
        new("a plain text in an enum of integers", "\"enum\": [ 200, 403 ]", "\"enum\": [ 200, \"x\" ]", Values, "'x' of an enum is not an integer of 32 bits"),
        new("a large number in an enum", "\"enum\": [ 200, 403 ]", "\"enum\": [ 200, 4294967296 ]", Values, "is not an integer of 32 bits"),
        new("a fraction in an enum", "\"enum\": [ 200, 403 ]", "\"enum\": [ 200, 4.5 ]", Values, "is not an integer of 32 bits"),
        new("a flag in an enum of texts", "\"enum\": [ \"alipay\" ]", "\"enum\": [ true ]", Values, "is not a text"),

        new("an operation without a response", "\"responses\": { \"200\": { \"description\": \"Response with what is left.\"", "\"responses\": { \"204\": { \"description\": \"Response with what is left.\"", Response, "DELETE /api/v3/things/{thing_id}/parts has no response 200"),
        new("a response that is not JSON", "\"description\": \"Response with what is left.\", \"content\": { \"application/json\"", "\"description\": \"Response with what is left.\", \"content\": { \"text/html\"", Response, "has no response 200"),
        new("an envelope whose code is a text", "\"statusCode\": { \"type\": \"integer\", \"format\": \"int32\", \"description\": \"Outcome of the call.\" }", "\"statusCode\": { \"type\": \"string\" }", Response, "its 'statusCode' is not a required integer"),
        new("an envelope whose request ID is a number", "\"requestId\": { \"type\": \"string\"", "\"requestId\": { \"type\": \"integer\"", Response, "its 'requestId' is not a text"),

        new("paging without the type of the items", "\"total\": \"data.total_count\", \"itemType\": \"ThingDto\"", "\"total\": \"data.total_count\"", Paging, "has no itemType"),
        new("paging of an unknown type", "\"total\": \"data.total_count\", \"itemType\": \"ThingDto\"", "\"total\": \"data.total_count\", \"itemType\": \"NoDto\"", Paging, "has no itemType"),
        new("paging of no style", "\"x-paging\": { \"style\": \"scroll\"", "\"x-paging\": { \"style\": \"mark\"", Paging, "'mark', not page or scroll"),
        new("paging by a body that is not sent", "\"style\": \"page\", \"in\": \"query\"", "\"style\": \"page\", \"in\": \"body\"", Paging, "the operation sends no object"),
        new("paging without a position", "\"scroll\": \"scrollId\", ", string.Empty, Paging, "needs the member 'scroll'"),
    ];

    public string Document => SmallDocument.With(Old, New);

    /// <summary>The first and the last changed line.</summary>
    public (int First, int Last) Lines
    {
        get
        {
            var first = At is null ? SmallDocument.LineOf(SmallDocument.Text, Old) : SmallDocument.LineOf(Document, At);
            return (first, first + (At is null ? New.Count(character => character == '\n') : 0));
        }
    }

    public override string ToString() => Name;
}
