using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;

namespace GenAuth.BuildTests.Diff;

/// <summary>Lets the runtime bind a compiled program to a library that it was not compiled against.</summary>
internal static class Binder
{
    /// <summary>The binding errors of the runtime; empty when everything binds.</summary>
    public static IReadOnlyList<string> Failures(byte[] program, byte[] compiledAgainst, byte[] library)
    {
        var old = new Context(compiledAgainst);
        var current = new Context(library);
        try
        {
            return [.. Types(program, current), .. Members(program, current), .. Bases(program, old, current)];
        }
        finally
        {
            old.Unload();
            current.Unload();
        }
    }

    /// <summary>Runs <c>Program.RunAsync</c> with a library.</summary>
    public static async Task RunAsync(byte[] program, byte[] library, HttpClient http)
    {
        var context = new Context(library);
        try
        {
            await (Task)context.Load(program).GetType("Program", throwOnError: true)!.GetMethod("RunAsync")!.Invoke(null, [http])!;
        }
        finally
        {
            context.Unload();
        }
    }

    /// <summary>The program's own types: one that implements an interface must have all of its members.</summary>
    private static List<string> Types(byte[] program, Context context) => Try(() => context.Load(program).GetTypes());

    private static IEnumerable<string> Members(byte[] program, Context context)
    {
        var module = context.Load(program).ManifestModule;
        return Handles(program, reader => reader.MemberReferences.Select(handle => MetadataTokens.GetToken(handle))
            .Concat(reader.TypeReferences.Select(handle => MetadataTokens.GetToken(handle)))).SelectMany(token => Try(() => module.ResolveMember(token)));
    }

    /// <summary>The runtime does not check conversions to base types when it binds, so they are checked here.</summary>
    private static IEnumerable<string> Bases(byte[] program, Context old, Context current)
    {
        var types = Handles(program, reader => reader.TypeReferences.Select(handle => reader.GetTypeReference(handle)).Select(type => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}"));
        return from name in types
            let before = old.Library.GetType(name)
            let after = current.Library.GetType(name)
            where before is not null && after is not null
            from lost in Chain(before).Except(Chain(after))
            select $"{name} is no {lost} any more";
    }

    private static IEnumerable<string> Chain(Type type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            yield return parent.ToString();
        }
    }

    private static List<T> Handles<T>(byte[] program, Func<MetadataReader, IEnumerable<T>> read)
    {
        using var image = new PEReader(new MemoryStream(program));
        return [.. read(image.GetMetadataReader())];
    }

    private static List<string> Try(Action act)
    {
        try
        {
            act();
            return [];
        }
        catch (Exception exception) when (exception is TypeLoadException or MissingMemberException or ReflectionTypeLoadException)
        {
            return [exception.Message];
        }
    }

    private sealed class Context : AssemblyLoadContext
    {
        public Context(byte[] library)
            : base(isCollectible: true) => Library = Load(library);

        public Assembly Library { get; }

        public Assembly Load(byte[] image) => LoadFromStream(new MemoryStream(image));

        protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name == "GenAuth" ? Library : null;
    }
}
