using System.Text.Encodings.Web;

namespace GenAuth.AspNetCore.Account;

/// <summary>The page that asks whether to sign out. It works without scripts and styles of the app.</summary>
internal static class SignOutPage
{
    public static string Create(string action, string tokenField, string token, string returnUrl) => $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Sign out</title>
        <style>
        body { font: 1rem/1.5 system-ui, sans-serif; margin: 15vh auto 0; max-width: 22rem; padding: 0 1rem; color-scheme: light dark }
        button { font: inherit; padding: .5rem 1rem; cursor: pointer }
        a { margin-left: 1rem }
        </style>
        </head>
        <body>
        <h1>Sign out?</h1>
        <form method="post" action="{{Encode(action)}}">
        <input type="hidden" name="{{Encode(tokenField)}}" value="{{Encode(token)}}">
        <input type="hidden" name="returnUrl" value="{{Encode(returnUrl)}}">
        <button type="submit">Sign out</button>
        <a href="{{Encode(returnUrl)}}">Cancel</a>
        </form>
        </body>
        </html>
        """;

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
