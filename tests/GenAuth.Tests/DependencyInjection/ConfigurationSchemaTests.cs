using System.Globalization;
using GenAuth.Tests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.Tests.DependencyInjection;

/// <summary>The JSON schema of the settings in appsettings.json describes the options.</summary>
public sealed class ConfigurationSchemaTests
{
    private static readonly JToken Sections = JObject.Parse(File.ReadAllText(Repository.PathOf("src", "GenAuth", "Package", "ConfigurationSchema.json")))["properties"]!;

    [Theory]
    [InlineData("GenAuth", typeof(AuthenticationClientOptions))]
    [InlineData("GenAuthManagement", typeof(ManagementClientOptions))]
    public void Every_setting_that_a_file_can_hold_is_described_with_its_type_and_default(string section, Type options) => Check(Sections[section]!, options, section);

    private static void Check(JToken schema, Type type, string place)
    {
        var settings = type.GetProperties().Where(property => IsSetting(property.PropertyType)).OrderBy(property => property.Name, StringComparer.Ordinal).ToList();
        var described = ((JObject)schema["properties"]!).Properties().OrderBy(property => property.Name, StringComparer.Ordinal).ToList();
        var defaults = Activator.CreateInstance(type)!;

        Assert.Equal(settings.Select(setting => $"{place}:{setting.Name}"), described.Select(property => $"{place}:{property.Name}"));
        Assert.False((bool)schema["additionalProperties"]!);
        foreach (var (setting, property) in settings.Zip(described))
        {
            Assert.EndsWith(".", (string?)property.Value["description"], StringComparison.Ordinal);
            Assert.Equal(KindOf(setting.PropertyType), (string?)property.Value["type"]);
            Assert.Equal(setting.PropertyType.IsEnum ? Enum.GetNames(setting.PropertyType) : null, property.Value["enum"]?.Select(value => (string)value!).ToArray());
            if (IsGroup(setting.PropertyType))
            {
                Check(property.Value, setting.PropertyType, $"{place}:{setting.Name}");
            }
            else if (setting.GetValue(defaults) is { } value and not "")
            {
                Assert.Equal(Convert.ToString(value, CultureInfo.InvariantCulture), Convert.ToString(((JValue)property.Value["default"]!).Value, CultureInfo.InvariantCulture));
            }
        }
    }

    private static bool IsGroup(Type type) => type == typeof(RetryOptions) || type == typeof(TlsOptions);

    private static bool IsSetting(Type type) => IsGroup(type) || type.IsEnum || type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(long) || type == typeof(TimeSpan);

    private static string KindOf(Type type) =>
        IsGroup(type) ? "object" : type == typeof(bool) ? "boolean" : type == typeof(int) || type == typeof(long) ? "integer" : "string";
}
