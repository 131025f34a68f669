using System.Globalization;

namespace GenAuth.Soak;

/// <summary>How long and how hard.</summary>
internal sealed class SoakOptions
{
    public int Calls { get; private set; } = 1_000_000;

    /// <summary>How many call at once.</summary>
    public int Callers { get; private set; } = 256;

    /// <summary>Decides what each call is and what it meets.</summary>
    public int Seed { get; private set; } = 1;

    /// <summary>Pairs of a name and a number; <see langword="null"/> when they are something else.</summary>
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
