using System.Reflection;
using Xunit.Sdk;

namespace GenAuth.ContractTests.Server;

/// <summary>Names the stubs that a test uses, so that unused stubs can be found.</summary>
public interface INameStubs
{
    IEnumerable<Stub> Stubs { get; }
}

/// <summary>The stubs of a test: all of a file, or one as <c>file#title</c>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class StubAttribute(string name) : BeforeAfterTestAttribute, INameStubs
{
    public IEnumerable<Stub> Stubs => Stub.Named(name);

    /// <summary>Fails a test that names stubs but never starts their server.</summary>
    public override void After(MethodInfo methodUnderTest) =>
        Assert.True(ContractTest.HasServed(methodUnderTest), $"{methodUnderTest.Name} names {name} but does not call Serve.");
}

/// <summary>One case of a theory: the stub, which is the first argument, and what is expected of it.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class StubCaseAttribute(string name, params object?[]? expected) : DataAttribute, INameStubs
{
    public IEnumerable<Stub> Stubs => Stub.Named(name);

    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) => [[name, .. expected ?? [null]]];
}

/// <summary>One case of a theory for each stub of a file.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class EveryStubAttribute(string file) : DataAttribute, INameStubs
{
    public IEnumerable<Stub> Stubs => Stub.Named(file);

    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) => Stubs.Select(stub => new object?[] { stub.Id });
}
