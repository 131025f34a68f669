using System.Net;
using System.Text;

namespace GenAuth.Tests.Http.MutatedResponses;

/// <summary>The bytes, headers and status of a response.</summary>
internal sealed record WireResponse(byte[] Body, int Status = 200, string? ContentType = "application/json", string? ContentEncoding = null)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public WireResponse WithText(string text) => this with { Body = Encoding.UTF8.GetBytes(text) };

    public HttpResponseMessage ToMessage()
    {
        var message = new HttpResponseMessage((HttpStatusCode)Status) { Content = new ByteArrayContent(Body) };
        AddIf(ContentType, "Content-Type");
        AddIf(ContentEncoding, "Content-Encoding");
        return message;

        void AddIf(string? value, string name)
        {
            if (value is not null)
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    public override string ToString() => $"HTTP {Status}, {ContentType ?? "no type"}, {ContentEncoding ?? "not compressed"}, {Convert.ToBase64String(Body)}";
}
