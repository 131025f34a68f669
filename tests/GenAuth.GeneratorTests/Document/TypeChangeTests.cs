using CsCheck;
using GenAuth.GeneratorTests.Support;
using Newtonsoft.Json.Linq;

namespace GenAuth.GeneratorTests.Document;

/// <summary>The check reports what is wrong in any JSON; it never fails itself, because that would be MSB4018 without a line.</summary>
public sealed class TypeChangeTests
{
    private static readonly string[] Values = ["null", "true", "5", "1.5", "\"text\"", "\"\"", "[]", "[null]", "[{}]", "[[5]]", "{}", "{ \"\": null }", "{ \"$ref\": 5 }", "{ \"$ref\": \"#/components/schemas/ThingDto\" }"];

    [Fact]
    public void Value_of_another_kind_anywhere_does_not_break_the_check()
    {
        var document = JObject.Parse(SmallDocument.Text);
        var count = document.DescendantsAndSelf().Count(token => token is not JProperty);

        Gen.Select(Gen.Int[1, count - 1], Gen.Int[0, Values.Length - 1]).Array[1, 3].Sample(
            changes =>
            {
                var copy = (JObject)document.DeepClone();
                foreach (var (place, value) in changes)
                {
                    if (copy.DescendantsAndSelf().Where(token => token is not JProperty).ElementAtOrDefault(place) is { Parent: not null } token)
                    {
                        token.Replace(JToken.Parse(Values[value]));
                    }
                }

                DocumentChecks.Run(copy);
            },
            iter: 300,
            threads: 1);
    }
}
