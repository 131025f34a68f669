namespace GenAuth.Build.Lint.Rules;

/// <summary>
/// The .NET types that are visible in a user's file with the usual usings. The list is fixed, so that every runtime gives the same
/// result; a test compares it with the newest runtime.
/// </summary>
internal static class FrameworkTypes
{
    public static readonly HashSet<string> Names =
    [
        .. """
            ASCIIEncoding AbandonedMutexException AccessViolationException Action Activator AdjustmentRule AggregateException AlternateLookup
            AmbiguousMatchException ApartmentState AppContext AppDomain AppDomainSetup AppDomainUnloadedException AppendInterpolatedStringHandler
            ApplicationException ApplicationId ArgIterator ArgumentException ArgumentNullException ArgumentOutOfRangeException ArithmeticException Array
            ArrayEnumerator ArrayList ArraySegment ArrayTypeMismatchException Ascii Assembly AssemblyAlgorithmIdAttribute AssemblyCompanyAttribute
            AssemblyConfigurationAttribute AssemblyContentType AssemblyCopyrightAttribute AssemblyCultureAttribute AssemblyDefaultAliasAttribute
            AssemblyDelaySignAttribute AssemblyDescriptionAttribute AssemblyFileVersionAttribute AssemblyFlagsAttribute AssemblyInformationalVersionAttribute
            AssemblyKeyFileAttribute AssemblyKeyNameAttribute AssemblyLoadEventArgs AssemblyLoadEventHandler AssemblyMetadataAttribute AssemblyName
            AssemblyNameFlags AssemblyNameProxy AssemblyProductAttribute AssemblySignatureKeyAttribute AssemblyTitleAttribute AssemblyTrademarkAttribute
            AssemblyVersionAttribute AssertInterpolatedStringHandler AsyncCallback AsyncFlowControl AsyncLocal AsyncLocalValueChangedArgs Attribute
            AttributeTargets AttributeUsageAttribute AuthenticationHeaderValue AuthenticationSchemes AutoResetEvent BadImageFormatException Barrier
            BarrierPostPhaseException Base64FormattingOptions BinaryReader BinaryWriter Binder BindingFlags BitArray BitConverter Boolean BrowsableAttribute Buffer
            BufferedStream Byte ByteArrayContent ByteEqualityComparer CLSCompliantAttribute CacheControlHeaderValue CallingConventions CancellationToken
            CancellationTokenRegistration CancellationTokenSource CannotUnloadAppDomainException Capture CaptureCollection CategoryAttribute Char CharEnumerator
            ChunkEnumerator Claim ClaimTypes ClaimValueTypes ClaimsIdentity ClaimsPrincipal ClientCertificateOption CollectionExtensions Comparer Comparison
            Component ComponentCollection CompositeFormat CompressedStack ConcurrentExclusiveSchedulerPair ConditionalAttribute ConfigureAwaitOptions Console
            ConsoleCancelEventArgs ConsoleCancelEventHandler ConsoleColor ConsoleKey ConsoleKeyInfo ConsoleModifiers ConsoleSpecialKey ConstructorInfo
            ConstructorInvoker ContentDispositionHeaderValue ContentRangeHeaderValue ContextBoundObject ContextCallback ContextMarshalException
            ContextStaticAttribute Convert Converter Cookie CookieCollection CookieContainer CookieException CookieVariant CountdownEvent CredentialCache
            CultureAwareComparer CustomAttributeData CustomAttributeExtensions CustomAttributeFormatException CustomAttributeNamedArgument
            CustomAttributeTypedArgument DBNull DataMisalignedException DataReceivedEventArgs DataReceivedEventHandler DateOnly DateTime DateTimeKind
            DateTimeOffset DayOfWeek Debug DebugProvider DebuggableAttribute Debugger DebuggerBrowsableAttribute DebuggerBrowsableState
            DebuggerDisableUserUnhandledExceptionsAttribute DebuggerDisplayAttribute DebuggerHiddenAttribute DebuggerNonUserCodeAttribute
            DebuggerStepThroughAttribute DebuggerStepperBoundaryAttribute DebuggerTypeProxyAttribute DebuggerVisualizerAttribute DebuggingModes Decimal Decoder
            DecoderExceptionFallback DecoderExceptionFallbackBuffer DecoderFallback DecoderFallbackBuffer DecoderFallbackException DecoderReplacementFallback
            DecoderReplacementFallbackBuffer DecompressionMethods DefaultMemberAttribute DefaultValueAttribute Delegate DelegatingHandler DescriptionAttribute
            DesignOnlyAttribute DesignerAttribute DesignerCategoryAttribute DesignerSerializationVisibility DesignerSerializationVisibilityAttribute
            DiagnosticMethodInfo Dictionary DictionaryEntry Directory DirectoryInfo DirectoryNotFoundException DisplayNameAttribute DivideByZeroException
            DllNotFoundException DnsEndPoint Double DuplicateWaitObjectException EditorAttribute EditorBrowsableAttribute EditorBrowsableState Encoder
            EncoderExceptionFallback EncoderExceptionFallbackBuffer EncoderFallback EncoderFallbackBuffer EncoderFallbackException EncoderReplacementFallback
            EncoderReplacementFallbackBuffer Encoding EncodingInfo EncodingProvider EndOfStreamException EndPoint EntityTagHeaderValue EntryPointNotFoundException
            Enum EnumEqualityComparer Enumerable EnumerationOptions Enumerator Environment EnvironmentVariableTarget EqualityComparer EventArgs EventAttributes
            EventHandler EventHandlerList EventInfo EventResetMode EventWaitHandle Exception ExceptionHandlingClause ExceptionHandlingClauseOptions
            ExecutionContext ExecutionEngineException FieldAccessException FieldAttributes FieldInfo File FileAccess FileAttributes FileInfo FileLoadException
            FileMode FileNotFoundException FileOptions FileShare FileStream FileStreamOptions FileStyleUriParser FileSystemInfo FlagsAttribute
            FormUrlEncodedContent FormatException FormattableString FtpStyleUriParser Func GC GCCollectionMode GCGenerationInfo GCKind GCMemoryInfo
            GCNotificationStatus GeneratedRegexAttribute GenericComparer GenericEqualityComparer GenericParameterAttributes GenericUriParser
            GenericUriParserOptions GopherStyleUriParser Group GroupCollection Guid Half HandleInheritability HashCode HashSet Hashtable HeaderEncodingSelector
            HeaderStringValues HostExecutionContext HostExecutionContextManager HttpClient HttpClientHandler HttpCompletionOption HttpContent HttpContentHeaders
            HttpHeaderValueCollection HttpHeaders HttpHeadersNonValidated HttpIOException HttpKeepAlivePingPolicy HttpMessageHandler HttpMessageInvoker HttpMethod
            HttpProtocolException HttpRequestError HttpRequestException HttpRequestHeaders HttpRequestMessage HttpRequestOptions HttpRequestOptionsKey
            HttpResponseHeaders HttpResponseMessage HttpStatusCode HttpStyleUriParser HttpVersion HttpVersionPolicy IAlternateEqualityComparer IAsyncDisposable
            IAsyncEnumerable IAsyncEnumerator IAsyncResult ICloneable ICollection IComparable IComparer IComponent IContainer IConvertible ICredentials
            ICredentialsByHost ICustomAttributeProvider ICustomFormatter IDictionary IDictionaryEnumerator IDisposable IEnumerable IEnumerator IEqualityComparer
            IEquatable IFormatProvider IFormattable IGrouping IHashCodeProvider IList ILookup IOCompletionCallback IOException IObservable IObserver
            IOrderedEnumerable IPAddress IPEndPoint IPNetwork IParsable IProgress IReadOnlyCollection IReadOnlyDictionary IReadOnlyList IReadOnlySet IReflect
            IReflectableType ISet ISite ISpanFormattable ISpanParsable IStructuralComparable IStructuralEquatable ISupportInitialize ISynchronizeInvoke
            IThreadPoolWorkItem ITimer IUtf8SpanFormattable IUtf8SpanParsable IWebProxy ImageFileMachine ImmutableObjectAttribute Index IndexOutOfRangeException
            InitializationEventAttribute InsufficientExecutionStackException InsufficientMemoryException Int128 Int16 Int32 Int64 IntPtr InterfaceMapping
            Interlocked IntrospectionExtensions InvalidAsynchronousStateException InvalidCastException InvalidDataException InvalidEnumArgumentException
            InvalidFilterCriteriaException InvalidOperationException InvalidProgramException InvalidTimeZoneException InvocationListEnumerator JsonCommentHandling
            JsonDocument JsonDocumentOptions JsonElement JsonEncodedText JsonException JsonNamingPolicy JsonProperty JsonReaderOptions JsonReaderState
            JsonSerializer JsonSerializerDefaults JsonSerializerOptions JsonTokenType JsonValueKind JsonWriterOptions KeyCollection KeyList KeyNotFoundException
            KeyValuePair KeyValuePairComparer Lazy LazyInitializer LazyThreadSafetyMode LdapStyleUriParser LinkedList LinkedListNode List ListDictionaryInternal
            LoaderOptimization LoaderOptimizationAttribute LocalDataStoreSlot LocalVariableInfo LocalizableAttribute Lock LockCookie LockRecursionException
            LockRecursionPolicy Lookup MTAThreadAttribute ManifestResourceInfo ManualResetEvent ManualResetEventSlim MarshalByRefObject Match MatchCasing
            MatchCollection MatchEvaluator MatchType Math MathF MediaTypeHeaderValue MediaTypeWithQualityHeaderValue MemberAccessException MemberFilter MemberInfo
            MemberTypes Memory MemoryExtensions MemoryStream MergablePropertyAttribute MessageProcessingHandler MethodAccessException MethodAttributes MethodBase
            MethodBody MethodImplAttributes MethodInfo MethodInvoker MidpointRounding Missing MissingFieldException MissingMemberException MissingMethodException
            Module ModuleHandle ModuleResolveEventHandler Monitor MonitoringDescriptionAttribute MulticastDelegate MulticastNotSupportedException MultipartContent
            MultipartFormDataContent Mutex NameValueHeaderValue NameValueWithParametersHeaderValue NamedWaitHandleOptions NativeOverlapped NetPipeStyleUriParser
            NetTcpStyleUriParser NetworkCredential NewsStyleUriParser NonRandomizedStringEqualityComparer NonSerializedAttribute NormalizationForm
            NotFiniteNumberException NotImplementedException NotSupportedException NotifyParentPropertyAttribute NullReferenceException NullabilityInfo
            NullabilityInfoContext NullabilityState Nullable NullableComparer NullableEqualityComparer ObfuscateAssemblyAttribute ObfuscationAttribute Object
            ObjectComparer ObjectDisposedException ObjectEnumerator ObjectEqualityComparer ObsoleteAttribute OperatingSystem OperationCanceledException
            OrderedDictionary OrdinalComparer OutOfMemoryException OverflowException Overlapped Parallel ParallelLoopResult ParallelLoopState ParallelOptions
            ParamArrayAttribute ParameterAttributes ParameterInfo ParameterModifier ParameterizedThreadStart ParenthesizePropertyNameAttribute Path PathList
            PathTooLongException PeriodicTimer PlatformID PlatformNotSupportedException Pointer PortableExecutableKinds PreAllocatedOverlapped Predicate
            PriorityQueue Process ProcessCpuUsage ProcessModule ProcessModuleCollection ProcessPriorityClass ProcessStartInfo ProcessThread ProcessThreadCollection
            ProcessWindowStyle ProcessorArchitecture ProductHeaderValue ProductInfoHeaderValue Progress PropertyAttributes PropertyInfo Queue Random RandomAccess
            Range RangeConditionHeaderValue RangeHeaderValue RangeItemHeaderValue RankException ReadOnlyAttribute ReadOnlyMemory ReadOnlyMemoryContent ReadOnlySpan
            ReaderWriterLock ReaderWriterLockSlim ReferenceEqualityComparer ReflectionContext ReflectionTypeLoadException RefreshProperties
            RefreshPropertiesAttribute Regex RegexCompilationInfo RegexMatchTimeoutException RegexOptions RegexParseError RegexParseException RegexRunner
            RegexRunnerFactory RegisteredWaitHandle ResolveEventArgs ResolveEventHandler ResourceAttributes ResourceLocation RetryConditionHeaderValue Rune
            RuntimeArgumentHandle RuntimeFieldHandle RuntimeMethodHandle RuntimeReflectionExtensions RuntimeTypeHandle SByte STAThreadAttribute Scope SearchOption
            SeekOrigin Semaphore SemaphoreFullException SemaphoreSlim SendOrPostCallback SerializableAttribute Single SocketAddress SocketsHttpConnectionContext
            SocketsHttpHandler SocketsHttpPlaintextStreamFilterContext SortedDictionary SortedList SortedSet Span SpanLineEnumerator SpanRuneEnumerator
            SpanSplitEnumerator SpecialFolder SpecialFolderOption SpinLock SpinWait Stack StackFrame StackFrameExtensions StackOverflowException StackTrace
            StackTraceHiddenAttribute Stopwatch Stream StreamContent StreamReader StreamWriter String StringBuilder StringComparer StringComparison StringContent
            StringNormalizationExtensions StringReader StringRuneEnumerator StringSplitOptions StringWithQualityHeaderValue StringWriter StrongNameKeyPair
            StructuralComparisons SynchronizationContext SynchronizationLockException SystemException TargetException TargetInvocationException
            TargetParameterCountException Task TaskAsyncEnumerableExtensions TaskCanceledException TaskCompletionSource TaskContinuationOptions TaskCreationOptions
            TaskExtensions TaskFactory TaskScheduler TaskSchedulerException TaskStatus TaskToAsyncResult TextReader TextWriter Thread ThreadAbortException
            ThreadExceptionEventArgs ThreadExceptionEventHandler ThreadInterruptedException ThreadLocal ThreadPool ThreadPoolBoundHandle ThreadPriority
            ThreadPriorityLevel ThreadStart ThreadStartException ThreadState ThreadStateException ThreadStaticAttribute ThreadWaitReason TimeOnly TimeProvider
            TimeSpan TimeZone TimeZoneInfo TimeZoneNotFoundException Timeout TimeoutException Timer TimerCallback TransferCodingHeaderValue
            TransferCodingWithQualityHeaderValue TransitionTime TransportContext TreeSet TryWriteInterpolatedStringHandler Tuple TupleExtensions Type
            TypeAccessException TypeAttributes TypeCode TypeDelegator TypeFilter TypeInfo TypeInitializationException TypeLoadException TypeUnloadedException
            TypedReference UInt128 UInt16 UInt32 UInt64 UIntPtr UTF32Encoding UTF7Encoding UTF8Encoding UnauthorizedAccessException UnhandledExceptionEventArgs
            UnhandledExceptionEventHandler UnicodeEncoding UnitySerializationHolder UnixFileMode UnmanagedMemoryAccessor UnmanagedMemoryStream
            UnobservedTaskExceptionEventArgs UnorderedItemsCollection UnreachableException Uri UriBuilder UriComponents UriCreationOptions UriFormat
            UriFormatException UriHostNameType UriKind UriParser UriPartial Utf8JsonReader Utf8JsonWriter ValueCollection ValueList ValueMatch ValueMatchEnumerator
            ValueSplitEnumerator ValueTask ValueTuple ValueType Version ViaHeaderValue Void Volatile WaitCallback WaitHandle WaitHandleCannotBeOpenedException
            WaitHandleExtensions WaitOrTimerCallback WarningHeaderValue WeakReference WebUtility Win32Exception WriteIfInterpolatedStringHandler
            """.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries),
    ];
}
