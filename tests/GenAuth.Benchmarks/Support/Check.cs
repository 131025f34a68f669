using GenAuth.Benchmarks.Contestants;
using GenAuth.Benchmarks.Stub;

namespace GenAuth.Benchmarks.Support;

/// <summary>Checks that every contestant returns the right result before it is measured.</summary>
internal static class Check
{
    public static async Task AllAsync(IEnumerable<Contestant> field, int users)
    {
        foreach (var contestant in field)
        {
            Demand(contestant, await contestant.GetAuthInfoAsync() == StubResponses.AuthInfoText);
            Demand(contestant, await contestant.ListUsersAsync(users) == users);
            Demand(contestant, await contestant.ReadUsersAsync() > 0);
        }
    }

    private static void Demand(Contestant contestant, bool isRight)
    {
        if (!isRight)
        {
            throw new InvalidOperationException($"{contestant.Name} did not return the response of the stub.");
        }
    }
}
