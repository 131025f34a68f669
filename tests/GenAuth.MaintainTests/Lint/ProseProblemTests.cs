using GenAuth.Build.Lint.Rules;

namespace GenAuth.MaintainTests.Lint;

public sealed class ProseProblemTests
{
    [Theory]
    [InlineData("")]
    [InlineData("Text to come.")]
    [InlineData("TODO: describe this one.")]
    [InlineData("Lorem ipsum dolor.")]
    [InlineData("The userId.")]
    [InlineData("User ID.")]
    [InlineData("The ID of the user.")]
    [InlineData("Gets or sets the user.")]
    [InlineData("N/A for this one.")]
    [InlineData("Identifies the user")]
    [InlineData("Identifies.")]
    [InlineData("Identifies the user who...")]
    [InlineData("Identifies the user of the.")]
    [InlineData("Identifies the user (as in the console.")]
    [InlineData("Identifies the user, see <see>.")]
    [InlineData("Identifies the `user` in the pool.")]
    [InlineData("Identifies the user \u2013 always.")]
    [InlineData("Identifies the user.\nAlways so.")]
    [InlineData("Identifies the  user always.")]
    [InlineData("Identifies the user of the the pool.")]
    [InlineData("Identifies the user in Authing.")]
    [InlineData("Identifies a account of the user.")]
    [InlineData("Identifies an group of the pool.")]
    [InlineData("Identifies the authorised user.")]
    public void Text_without_information_is_refused(string text) => Assert.NotNull(ProseProblem.Find(text, "userId"));

    [Theory]
    [InlineData("Identifies the user within the user pool.")]
    [InlineData("ID of the user who asks, 24 hexadecimal digits.")]
    [InlineData("An SMS, an HTTP response, a user, a one-time code.")]
    [InlineData("True when it is, false (the default) otherwise.")]
    public void Text_with_information_is_accepted(string text) => Assert.Null(ProseProblem.Find(text, "userId"));
}
