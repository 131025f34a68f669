using GenAuth.Build;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace GenAuth.Maintain;

/// <summary>The files that the commands start from.</summary>
internal static class InputFile
{
    public static ApiDocument Document(string file)
    {
        try
        {
            return ApiDocument.Parse(Existing(file)) is JObject root
                ? new ApiDocument(root)
                : throw new UsageException($"{file} is no JSON object. Name an OpenAPI document.");
        }
        catch (JsonException exception)
        {
            throw new UsageException($"{file} is no valid JSON: {exception.Message} Correct it; dotnet build generator says more.");
        }
    }

    public static LockedNames Names(string file) => LockedNames.Read(Existing(file));

    private static string Existing(string file) =>
        File.Exists(file) ? file : throw new UsageException($"{file} does not exist. Name the file, or start the command in the folder of the solution.");
}
