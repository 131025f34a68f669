using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace GenAuth.Serialization.Converters;

/// <summary>
/// The serializers for types of the program. Types that represent something other than data are refused instead of being written as
/// their properties.
/// </summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Types of the program reach it through methods that require unreferenced code.")]
[UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Types of the program reach it through methods that require dynamic code.")]
internal static class CustomJson
{
    /// <summary>For the body of <c>SendAsync</c>: a null is sent as null.</summary>
    public static readonly JsonSerializer Serializer = ReflectionJson.Create(new Contracts(), NullValueHandling.Include);

    /// <summary>For types that are derived from those of the API: a member that is not set is not sent.</summary>
    public static readonly JsonSerializer DerivedTypes = ReflectionJson.Create(new Contracts(), NullValueHandling.Ignore);

    [RequiresUnreferencedCode(Trimming.CustomTypes)]
    [RequiresDynamicCode(Trimming.CustomTypes)]
    private sealed class Contracts : EnvelopeContractResolver
    {
        protected override JsonConverter? ResolveContractConverter(Type objectType) =>
            SystemTextJsonConverter.Handles(objectType) ? SystemTextJsonConverter.Instance
            : base.ResolveContractConverter(objectType);

        protected override JsonContract CreateContract(Type objectType)
        {
            var contract = base.CreateContract(objectType);
            if (contract.Converter is null && contract.InternalConverter is null && IsNoData(objectType, contract))
            {
                contract.Converter = RefusedType.Instance;
            }

            return contract;
        }

        // Types of the platform that the serializer knows have another contract than that of an object with properties.
        private static bool IsNoData(Type type, JsonContract contract) =>
            typeof(Delegate).IsAssignableFrom(type)
            || typeof(MemberInfo).IsAssignableFrom(type)
            || contract is JsonISerializableContract
            || type.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>))
            || (contract is JsonObjectContract && type != typeof(object) && !IsTuple(type) && !typeof(ExtensibleObject).IsAssignableFrom(type) && IsOfPlatform(type.Assembly));

        private static bool IsTuple(Type type) => type.FullName is { } name
            && (name.StartsWith("System.Tuple`", StringComparison.Ordinal) || name.StartsWith("System.ValueTuple`", StringComparison.Ordinal));

        private static bool IsOfPlatform(Assembly assembly) =>
            assembly == typeof(object).Assembly
            || assembly == typeof(ExtensibleObject).Assembly
            || assembly.GetName().Name is "System" or "mscorlib" or "netstandard"
            || assembly.GetName().Name!.StartsWith("System.", StringComparison.Ordinal);
    }

    private sealed class RefusedType : JsonConverter
    {
        public static readonly RefusedType Instance = new();

        public override bool CanRead => false;

        public override bool CanConvert(Type objectType) => true;

        public override object ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) => throw new NotSupportedException();

        public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer) =>
            throw new JsonSerializationException($"A {value!.GetType().Name} is no data. Pass its content as text, numbers, lists, dictionaries or objects with properties.");
    }
}
