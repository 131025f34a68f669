namespace GenAuth.Tests.Document;

public sealed class TypeNameTests
{
    [Fact]
    public void No_schema_has_the_name_of_a_hand_written_type()
    {
        var written = typeof(AuthenticationClient).Assembly.GetTypes().Where(type => type.Namespace is "GenAuth" or "GenAuth.Http").Select(type => type.Name.Split('`')[0]).ToHashSet();

        Report.None(
            TheDocument.Schemas.Properties().Select(schema => schema.Name).Where(written.Contains),
            "Rename these schemas, keep the service's name in x-source-name, and list it in openapi/DEVIATIONS.md.");
    }
}
