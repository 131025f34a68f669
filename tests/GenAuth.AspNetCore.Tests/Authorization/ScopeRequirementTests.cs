using System.Security.Claims;
using CsCheck;
using Microsoft.AspNetCore.Authorization;

namespace GenAuth.AspNetCore.Tests.Authorization;

public sealed class ScopeRequirementTests
{
    private static readonly string[] Known = ["a", "b", "a:read", "read", "a:*", "aa", "A"];

    private static readonly Gen<string> Scope = Gen.Int[0, Known.Length - 1].Select(static index => Known[index]);

    [Fact]
    public async Task Scopes_are_found_however_they_are_spread_over_claims() => await Gen.Select(Scope.Array[0, 5], Scope.Array[1, 3], Gen.Int[0, 2])
        .SampleAsync(async (granted, required, form) =>
        {
            IEnumerable<Claim> claims = form switch
            {
                0 => granted.Select(static scope => new Claim("scope", scope)),
                1 => [new Claim("scope", string.Join(' ', granted))],
                _ => [new Claim("scope", " " + string.Join("  ", granted) + " "), new Claim("scp", string.Join(' ', required))],
            };

            Assert.Equal(required.All(granted.Contains), await AuthorizeAsync(claims, required));
        });

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\"b")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    [InlineData("ä")]
    public void Invalid_scope_throws(string scopes) => Assert.ThrowsAny<ArgumentException>(() => new GenAuthScopeRequirement(scopes));

    private static async Task<bool> AuthorizeAsync(IEnumerable<Claim> claims, string[] required)
    {
        var requirement = new GenAuthScopeRequirement(string.Join(' ', required));
        var context = new AuthorizationHandlerContext([requirement], new ClaimsPrincipal(new ClaimsIdentity(claims, "test")), null);
        await requirement.HandleAsync(context);
        return context.HasSucceeded;
    }
}
