using GenAuth.Conformance;

// run.mjs passes the stub's address, the document and the command.
if (args is not [var address, var path, var task])
{
    Console.Error.WriteLine("Run node tests/conformance/run.mjs from the repository's root: it starts the stub that this program needs.");
    return 2;
}

var document = new ApiDocument(path);
var clients = new Clients(address);
var isFine = task == "self-check" ? await new SelfCheck(document, clients, address).RunAsync() : await new Session(document, clients).RunAsync(address);
return isFine ? 0 : 1;
