using System.Reflection;
using GenAuth.ContractTests.Operations.Document;
using GenAuth.ContractTests.Operations.Server;

namespace GenAuth.ContractTests.Operations.Cases;

/// <summary>An operation refuses invalid arguments by name and sends nothing.</summary>
internal static class ArgumentCases
{
    public static async Task<Checks> RunAsync(ApiOperation operation)
    {
        var checks = new Checks(operation.Id);
        foreach (var ending in operation.Paging is null ? ["Async"] : new[] { "Async", "AutoPagingAsync" })
        {
            await checks.StepAsync("arguments", () => RunAsync(operation, OperationClients.Method(operation, ending), checks));
        }

        return checks;
    }

    private static async Task RunAsync(ApiOperation operation, MethodInfo method, Checks checks)
    {
        var inPath = operation.Parameters.Where(parameter => parameter.IsInPath).Select(parameter => parameter.CSharpName).ToList();
        var blank = operation.Parameters.Where(parameter => parameter.MustNotBeBlank).Select(parameter => parameter.CSharpName).ToList();
        foreach (var parameter in method.GetParameters().SkipLast(2))
        {
            var name = parameter.Name!;
            checks.Equal($"{name} optional", operation.HasOptions && name == "options", parameter.IsOptional);
            var refused = (parameter.IsOptional || parameter.ParameterType.IsValueType ? Array.Empty<object?>() : [null])
                .Concat(blank.Contains(name) ? ["", " "] : [])
                .Concat(inPath.Contains(name) ? [".", ".."] : []);
            foreach (var value in refused)
            {
                checks.That($"{method.Name}, {name} <{value ?? "null"}>", await ProblemsAsync(operation, method, parameter, value));
            }
        }
    }

    private static async Task<IEnumerable<string>> ProblemsAsync(ApiOperation operation, MethodInfo method, ParameterInfo parameter, object? value)
    {
        using var served = OperationServer.Shared.Value.Open(_ => """{"statusCode":200}""");
        var arguments = OperationArguments.Minimal(operation).For(method, served.Options, CancellationToken.None);
        arguments[parameter.Position] = value;
        try
        {
            // An enumeration must refuse invalid arguments when it is called, not at its first item.
            await ((method.Invoke(OperationClients.Get(operation), BindingFlags.DoNotWrapExceptions, null, arguments, null) as Task) ?? Task.CompletedTask);
            return ["it was not refused"];
        }
        catch (ArgumentException exception)
        {
            return exception.ParamName != parameter.Name ? [$"the exception names {exception.ParamName}"]
                : served.Requests.Count > 0 ? ["it was sent before it was refused"] : [];
        }
    }
}
