System.Console.WriteLine(await Library.Login.StartAsync(args[0], "my-alipay"));
System.Console.WriteLine(await Library.Login.StartAsync(args[0], "refused"));
System.Console.WriteLine(Library.Login.GetAddress(args[0]));
