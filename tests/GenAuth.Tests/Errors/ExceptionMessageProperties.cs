using CsCheck;

namespace GenAuth.Tests.Errors;

public sealed class ExceptionMessageProperties
{
    private static readonly Gen<string> ForeignText = Gen.OneOf(
        Gen.String,
        Gen.String[Gen.Char["a \r\n\t\0\u001b\u007f\u0085\u2028\u2029中"], 0, 30],
        Gen.Int[400, 3_000].Select(length => new string('x', length)),
        Gen.Select(Gen.Int[490, 510], (length) => new string('x', length) + "😀😀😀😀"));

    private static readonly Gen<GenAuthApiException> Any = Gen.Select(Gen.Int, Gen.Nullable(Gen.Int), Gen.Null(ForeignText), Gen.Null(ForeignText))
        .Select((statusCode, apiCode, message, requestId) => GenAuthApiException.Create(new GenAuthApiError
        {
            Operation = "Authentication_signInByMobile",
            StatusCode = statusCode,
            ApiCode = apiCode,
            Message = message,
            RequestId = requestId,
        }));

    [Fact]
    public void Message_is_one_line() => Any.Sample(
        exception => Assert.DoesNotContain(exception.Message, character => char.IsControl(character) || character is '\u2028' or '\u2029'),
        iter: 2_000);

    [Fact]
    public void Message_length_is_bounded() => Any.Sample(exception => Assert.InRange(exception.Message.Length, 1, 2_000), iter: 2_000);

    [Fact]
    public void Message_holds_statusCode_and_apiCode() => Any.Sample(
        exception =>
        {
            Assert.Contains($"statusCode {exception.StatusCode}", exception.Message, StringComparison.Ordinal);
            Assert.True(exception.ApiCode is not { } code || exception.Message.Contains($"apiCode {code.Value}", StringComparison.Ordinal));
        },
        iter: 2_000);

    [Fact]
    public void Truncated_text_does_not_split_a_character() =>
        Gen.Int[490, 510].Sample(length =>
        {
            var text = new string('x', length) + "😀😀😀😀";

            var message = GenAuthApiException.Create(new GenAuthApiError { StatusCode = 400, Message = text }).Message;

            Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(message)));
        });
}
