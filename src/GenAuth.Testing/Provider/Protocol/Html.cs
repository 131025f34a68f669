using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using GenAuth.Testing.Service;

namespace GenAuth.Testing.Provider.Protocol;

/// <summary>The frame of the provider's pages. They work without JavaScript, and load nothing.</summary>
internal static class Html
{
    private const string Style = """
        :root{color-scheme:light dark;--back:#f3f4f6;--card:#fff;--text:#111827;--soft:#4b5563;--line:#9ca3af;--main:#1d4ed8;--bad:#b91c1c;--badback:#fef2f2}
        @media(prefers-color-scheme:dark){:root{--back:#111827;--card:#1f2937;--text:#f9fafb;--soft:#d1d5db;--line:#6b7280;--main:#2563eb;--bad:#fecaca;--badback:#7f1d1d}}
        *{box-sizing:border-box}
        body{margin:0;min-height:100vh;display:grid;place-items:center;padding:1rem;background:var(--back);color:var(--text);font:1rem/1.5 system-ui,sans-serif}
        main{width:100%;max-width:24rem;padding:2rem;background:var(--card);border-radius:.75rem;box-shadow:0 1px 3px #0003}
        h1{margin:0 0 .25rem;font-size:1.5rem}
        p{margin:0 0 1rem;overflow-wrap:anywhere}
        label{display:block;margin:1rem 0 .25rem;font-weight:600}
        input{width:100%;padding:.6rem .75rem;font:inherit;color:inherit;background:transparent;border:1px solid var(--line);border-radius:.5rem}
        button{width:100%;margin-top:1rem;padding:.65rem;font:inherit;font-weight:600;color:#fff;background:var(--main);border:1px solid var(--main);border-radius:.5rem;cursor:pointer}
        button.plain{color:var(--text);background:transparent;border-color:var(--line)}
        :focus-visible{outline:3px solid var(--main);outline-offset:2px}
        ul{margin:0 0 1rem;padding-left:1.25rem}
        .soft{color:var(--soft);font-size:.9rem}
        .error{padding:.6rem .75rem;color:var(--bad);background:var(--badback);border-radius:.5rem}
        footer{margin-top:1.5rem;color:var(--soft);font-size:.8rem}
        """;

    // Other pages must not frame this one, and an injected script would not run.
    private const string Policy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

    public static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    /// <param name="title">The title, as text.</param>
    /// <param name="content">The content, as HTML.</param>
    /// <param name="status">The status of the response.</param>
    public static TenantResponse Page(string title, string content, HttpStatusCode status = HttpStatusCode.OK) =>
        Create(title, $"<main>\n<h1>{Encode(title)}</h1>\n{content}\n<footer>An embedded tenant for tests and development.</footer>\n</main>", Policy, status);

    /// <summary>A page that a script leaves at once; without JavaScript the user presses its button.</summary>
    /// <param name="content">The content, as HTML.</param>
    /// <param name="script">The script, a constant.</param>
    /// <param name="canBeFramed">True if the application reads the page in a frame.</param>
    public static TenantResponse PageWithScript(string content, string script, bool canBeFramed = false)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
        var policy = (canBeFramed ? Policy.Replace("; frame-ancestors 'none'", string.Empty, StringComparison.Ordinal) : Policy) + $"; script-src 'sha256-{hash}'";
        return Create("Continue", $"<main>\n{content}\n</main>\n<script>{script}</script>", policy, HttpStatusCode.OK);
    }

    /// <summary>The page for a request that cannot return to an application.</summary>
    public static TenantResponse ErrorPage(string error, string description, HttpStatusCode status = HttpStatusCode.BadRequest) => Page(
        "This request cannot continue", $"<p class=\"error\" role=\"alert\">{Encode(description)}</p>\n<p class=\"soft\">Error code: <code>{Encode(error)}</code></p>", status);

    private static TenantResponse Create(string title, string body, string policy, HttpStatusCode status) => TenantResponse.Create(
        status,
        "text/html; charset=utf-8",
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{Encode(title)}</title>
        <link rel="icon" href="data:,">
        <style>
        {Style}
        </style>
        </head>
        <body>
        {body}
        </body>
        </html>

        """)
        .WithHeader("Content-Security-Policy", policy)
        .WithHeader("Referrer-Policy", "no-referrer")
        .WithHeader("Cache-Control", "no-store");
}
