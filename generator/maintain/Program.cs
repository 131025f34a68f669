using GenAuth.Maintain;

return await CommandLine.RunAsync(args, Console.Out, Console.Error);
