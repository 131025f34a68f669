using GenAuth.MaintainTests.Import.Published;

namespace GenAuth.MaintainTests.Import;

/// <summary>Importing the facts in the service's notation restores the project's document.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public async Task Import_of_the_published_form_of_the_document_restores_it_byte_for_byte()
    {
        using var place = new ImportFolder();

        var run = await place.ImportAsync(PublishedForm.FromFacts());

        Assert.Equal("0 changes, 0 questions to decide.", (run.Output + run.Error).Trim());
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(await File.ReadAllBytesAsync(Repository.PathOf("openapi", "genauth-v3.json")), await File.ReadAllBytesAsync(place.Document));
    }
}
