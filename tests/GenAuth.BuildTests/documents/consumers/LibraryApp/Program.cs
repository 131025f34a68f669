System.Console.WriteLine(await Library.Login.StartAsync(args[0], "my-alipay"));
System.Console.WriteLine(await Library.Login.StartAsync(args[0], "refused"));
