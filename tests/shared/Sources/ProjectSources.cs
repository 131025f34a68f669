namespace GenAuth.Tests.Shared;

/// <summary>The sources of the project without build outputs.</summary>
internal static class ProjectSources
{
    public static IReadOnlyList<string> Products { get; } = ["bin", "obj", "node_modules"];

    /// <summary>Copies the files in the folder of the solution, and some of its folders.</summary>
    public static void CopyTo(string target, string root, IEnumerable<string> folders)
    {
        // A linked worktree has a file named .git, which would connect the copy to the original's history.
        foreach (var file in Directory.GetFiles(root).Where(file => Path.GetFileName(file) != ".git"))
        {
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        }

        foreach (var folder in folders)
        {
            Copy(Path.Combine(root, folder), Path.Combine(target, folder));
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.GetDirectories(from).Where(folder => !Products.Contains(Path.GetFileName(folder))))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
