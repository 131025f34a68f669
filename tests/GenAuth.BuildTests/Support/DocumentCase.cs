namespace GenAuth.BuildTests;

/// <summary>A document and the errors that its check must find, in the order of their report.</summary>
internal sealed record DocumentCase(string Name, string Text, params string[] Errors)
{
    private const string Body = "\"description\": \"What the thing is made of.\", \"content\": {";
    private const string Form = "\"application/x-www-form-urlencoded\": {";
    private const string Photo = "\"properties\": { \"photo\"";
    private const string Query = "{ \"name\": \"afterId\", \"in\": \"query\"";

    public static IReadOnlyList<DocumentCase> All { get; } =
    [
        new("as it should be", SmallDocument.Text),

        new("empty", string.Empty, "GENAUTH002 line 0"),
        new("cut off", "{\n  \"openapi\": \"3.0.3\",\n  \"paths\":", "GENAUTH002 line 3"),
        new("a list", "[]", "GENAUTH002 line 1"),
        new("text after the end", SmallDocument.Text + "}\n", At("GENAUTH002", SmallDocument.Text.Split('\n').Length)),
        Wrong("a member twice", "GENAUTH002", "\"openapi\": \"3.0.3\",", "\"info\": { },\n  \"openapi\": \"3.0.3\",", "\"info\": { \"title\""),

        Wrong("a later version", "GENAUTH002", "\"openapi\": \"3.0.3\"", "\"openapi\": \"3.1.0\""),
        new("an earlier format", "{ \"swagger\": \"2.0\",\n  \"paths\": { } }", "GENAUTH002 line 1"),
        new("no version", "{\n  \"paths\": { } }", "GENAUTH002 line 1"),

        Wrong("a reference to another file", "GENAUTH003", "#/components/schemas/ThingRespDto", "other.json#/components/schemas/ThingRespDto"),
        Wrong("a reference that goes on below a text", "GENAUTH003", "#/components/schemas/ThingRespDto", "#/info/title/ThingRespDto"),
        Right("a reference through a list", "#/components/schemas/ThingKind", "#/paths/~1api~1v3~1things~1{thing_id}~1parts/get/parameters/3/schema/items"),
        Wrong("a reference past the end of a list", "GENAUTH003", "#/components/schemas/ThingKind", "#/paths/~1api~1v3~1things~1{thing_id}~1parts/get/parameters/99"),
        Right("a reference in an example", "\"description\": \"Anything.\"", "\"description\": \"Anything.\", \"example\": { \"$ref\": \"#/nowhere\" }"),

        Wrong("an unknown type in a parameter", "GENAUTH004", "\"type\": \"boolean\"", "\"type\": \"bool\""),
        Right("a property called type", "\"isNew\": {", "\"type\": {"),
        Right("an unknown type in an example", "\"description\": \"Anything.\"", "\"description\": \"Anything.\", \"example\": { \"type\": \"bool\" }"),
        Wrong("an unknown type in a property called example", "GENAUTH004", "\"isNew\": { \"type\": \"boolean\"", "\"example\": { \"type\": \"bool\""),

        new("no paths", "{\n  \"openapi\": \"3.0.3\" }", "GENAUTH005 line 1"),

        Wrong("no operationId", "GENAUTH006", "\"operationId\": \"Authentication_createThing\",", string.Empty, "\"post\": {", after: "\"/api/v3/things\""),
        Wrong("an operationId with a small letter first", "GENAUTH006", "Authentication_createThing", "authentication_createThing"),
        Wrong("an operationId with a blank", "GENAUTH006", "Authentication_createThing", "Authentication_create thing"),
        Wrong("an operationId that differs in case only", "GENAUTH007", "Authentication_createThing", "Authentication_SigninByMobile"),

        new("a body by reference",
            SmallDocument.Replace(
                SmallDocument.With("\"requestBody\": { \"required\": false,", "\"requestBody\": { \"$ref\": \"#/components/requestBodies/Thing\" }, \"x-body\": {"),
                "\"schemas\": {", "\"requestBodies\": { \"Thing\": { \"content\": { \"text/plain\": { } } } },\n    \"schemas\": {"),
            At("GENAUTH008", SmallDocument.LineOf(SmallDocument.Text, "\"schemas\": {"))),
        Wrong("a body in two forms", "GENAUTH008", Body, "\"content\": { \"application/x-www-form-urlencoded\": { },"),
        Wrong("a body of XML", "GENAUTH008", Form, "\"text/xml\": {"),
        Right("a body of JSON in place of a form", Form, "\"application/json\": {"),
        Wrong("an optional file", "GENAUTH008", "\"required\": [ \"photo\" ]", "\"required\": [ ]"),
        Wrong("a text beside the file", "GENAUTH008", Photo, "\"properties\": { \"title\": { \"type\": \"string\" }, \"photo\""),

        Wrong("a parameter in a cookie", "GENAUTH009", Query, "{ \"name\": \"afterId\", \"in\": \"cookie\""),
        Wrong("a parameter in nothing", "GENAUTH009", Query, "{ \"name\": \"afterId\""),
        Wrong("a parameter of the whole path", "GENAUTH009", "\"/api/v3/things\": {", "\"/api/v3/things\": { \"parameters\": [ { \"in\": \"header\" } ],"),
        Wrong("a placeholder without a parameter", "GENAUTH009", "\"/api/v3/things\": {", "\"/api/v3/things/{id}\": {", "\"post\": {", after: "\"/api/v3/things/{id}\""),
        Wrong("a parameter without a placeholder", "GENAUTH009", "\"/api/v3/things\": {",
            "\"/api/v3/things\": { \"parameters\": [ { \"name\": \"id\", \"in\": \"path\" } ],"),
        Wrong("parameters that are no list", "GENAUTH009", "\"parameters\": [", "\"parameters\": \"none\", \"x-parameters\": ["),

        new("two faults", SmallDocument.Replace(SmallDocument.With("\"type\": \"boolean\"", "\"type\": \"bool\""), "#/components/schemas/ThingKind", "#/none"),
            At("GENAUTH003", SmallDocument.LineOf(SmallDocument.Text, "#/components/schemas/ThingKind")),
            At("GENAUTH004", SmallDocument.LineOf(SmallDocument.Text, "\"type\": \"boolean\""))),
    ];

    public override string ToString() => Name;

    private static DocumentCase Right(string name, string old, string replacement) => new(name, SmallDocument.With(old, replacement));

    /// <param name="name">What is wrong.</param>
    /// <param name="code">The error's code.</param>
    /// <param name="old">What is replaced.</param>
    /// <param name="replacement">The replacement.</param>
    /// <param name="place">A part of the reported line, if it is not that of the replacement.</param>
    /// <param name="after">A text before that line, if the part occurs before.</param>
    private static DocumentCase Wrong(string name, string code, string old, string replacement, string? place = null, string? after = null)
    {
        var text = SmallDocument.With(old, replacement);
        return new(name, text, At(code, SmallDocument.LineOf(text, place ?? replacement, after ?? string.Empty)));
    }

    private static string At(string code, int line) => $"{code} line {line}";
}
