using System.Globalization;

namespace GenAuth.Soak;

/// <summary>The command-line options of a run.</summary>
internal sealed class SoakOptions
{
    public int Calls { get; private set; } = 1_000_000;

    /// <summary>The number of concurrent callers.</summary>
    public int Callers { get; private set; } = 256;

    /// <summary>The seed of the plan.</summary>
    public int Seed { get; private set; } = 1;

    /// <summary>Parses pairs of a name and a number; <see langword="null"/> for other arguments.</summary>
    public static SoakOptions? Parse(string[] arguments)
    {
        var options = new SoakOptions();
        return arguments.Length % 2 == 0 && arguments.Chunk(2).All(pair => options.Set(pair[0], pair[1])) ? options : null;
    }

    public static int Help()
    {
        var defaults = new SoakOptions();
        Console.Error.WriteLine($"Pass none or some of --calls {defaults.Calls} --callers {defaults.Callers} --seed {defaults.Seed}; calls and callers are at least 1.");
        return 2;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"--calls {Calls} --callers {Callers} --seed {Seed}");

    private bool Set(string name, string text)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        switch (name)
        {
            case "--calls" when value > 0:
                Calls = value;
                return true;
            case "--callers" when value > 0:
                Callers = value;
                return true;
            case "--seed":
                Seed = value;
                return true;
            default:
                return false;
        }
    }
}
