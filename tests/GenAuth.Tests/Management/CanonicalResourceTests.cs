using GenAuth.Pipeline;

namespace GenAuth.Tests.Management;

public sealed class CanonicalResourceTests
{
    [Theory]
    [InlineData("""{"b":1,"a":2}""", "/p?a=2&b=1")]
    [InlineData("""{"Zeta":1,"_z":2,"a.b":3,"alpha":4,"é":5}""", "/p?Zeta=1&_z=2&a.b=3&alpha=4&é=5")]
    [InlineData("""{"a":" x\ty\n=&?% ","b":"<team> & \"co\""}""", "/p?a= x\ty\n=&?% &b=<team> & \"co\"")]
    [InlineData("""{"a":null,"b":true,"c":false,"d":"","e":[],"f":{}}""", "/p?a=null&b=true&c=false&d=&e=[]&f={}")]
    [InlineData("""{"a":{"b":1,"10":2,"9":3,"01":4,"b":5}}""", """/p?a={"9":3,"10":2,"b":5,"01":4}""")]
    [InlineData("""{"a":{"b":1,"4294967295":2,"4294967294":3,"-1":4,"+1":5,"1.0":6}}""", """/p?a={"4294967294":3,"b":1,"4294967295":2,"-1":4,"+1":5,"1.0":6}""")]
    [InlineData("""{"a":{"i":1,"h":2,"g":3,"f":4,"e":5,"d":6,"c":7,"b":8,"a":9,"i":10}}""", """/p?a={"i":10,"h":2,"g":3,"f":4,"e":5,"d":6,"c":7,"b":8,"a":9}""")]
    [InlineData(" {\t\"a\" :\r\n[ 1 , { \"b\" : \" \" } ] } ", "/p?a=[1,{\"b\":\" \"}]")]
    [InlineData("""{"a":1,"b":2,"a":3}""", "/p?a=3&b=2")]
    [InlineData("""{"a":[null,true,"é \"\\\/\b\f\n\r\t\u0001\u2028😀\ud83d"]}""", "/p?a=[null,true,\"é \\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u2028😀\ufffd\"]")]
    [InlineData("""["a",["b"],10,null]""", """/p?0=a&1=["b"]&2=10&3=null""")]
    [InlineData("[0,1,2,3,4,5,6,7,8,9,10]", "/p?0=0&1=1&10=10&2=2&3=3&4=4&5=5&6=6&7=7&8=8&9=9")]
    [InlineData("{}", "/p")]
    [InlineData("[]", "/p")]
    [InlineData(" { } ", "/p")]
    public void Members_of_a_body_are_signed_as_JavaScript_writes_them(string body, string resource) => Assert.Equal(resource, GetResource("POST", body));

    [Theory]
    [InlineData("1.0", "1")]
    [InlineData("-1.50", "-1.5")]
    [InlineData("1E+21", "1e+21")]
    [InlineData("1e20", "100000000000000000000")]
    [InlineData("123456789012345678901234", "1.2345678901234569e+23")]
    [InlineData("57680000000000000000000.0", "5.768e+22")]
    [InlineData("1E-07", "1e-7")]
    [InlineData("0.000001", "0.000001")]
    [InlineData("1.5e-9", "1.5e-9")]
    [InlineData("-0", "0")]
    [InlineData("-0.0", "0")]
    [InlineData("0e99", "0")]
    [InlineData("9223372036854775807", "9223372036854776000")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("9007199254740992.9999999999", "9007199254740992")]
    [InlineData("0.1000000000000000055511151231257827", "0.1")]
    [InlineData("5.6843418860808015e-14", "5.684341886080802e-14")]
    [InlineData("2.98023223876953125e-8", "2.9802322387695312e-8")]
    [InlineData("4.9e-324", "5e-324")]
    [InlineData("1e-400", "0")]
    [InlineData("1e-99999999999999999999", "0")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157e+308")]
    public void Number_is_written_as_JavaScript_writes_it_at_the_root_and_nested(string number, string text) =>
        Assert.Equal($"/p?a={text}&b=[{text}]", GetResource("POST", $$"""{"a":{{number}},"b":[{{number}}]}"""));

    [Theory]
    [InlineData("1e309", "Infinity")]
    [InlineData("-1e99999999999999999999", "-Infinity")]
    [InlineData("1.7976931348623159e308", "Infinity")]
    public void Infinite_number_is_Infinity_at_the_root_and_null_when_nested(string number, string text) =>
        Assert.Equal($"/p?a={text}&b=[null]", GetResource("POST", $$"""{"a":{{number}},"b":[{{number}}]}"""));

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("// a comment")]
    [InlineData("""{"a":1""")]
    [InlineData("""{"a":1}x""")]
    [InlineData("""{"a" 1}""")]
    [InlineData("""{"a":1 "b":2}""")]
    [InlineData("[1 2]")]
    [InlineData("[1}")]
    [InlineData("""{"a":"\u12""")]
    [InlineData("\"text\"")]
    [InlineData("1")]
    [InlineData("null")]
    public void Body_without_members_does_not_change_the_path(string body) => Assert.Equal("/p", GetResource("POST", body));

    [Fact]
    public void Endlessly_nested_body_does_not_throw() => Assert.Equal("/p", GetResource("POST", new string('[', 100_000)));

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("PATCH")]
    [InlineData("DELETE")]
    public void The_query_counts_for_GET_and_the_body_for_every_other_verb(string verb)
    {
        Assert.Equal("/p?inBody=1", GetResource(verb, """{"inBody":1}""", ("inQuery", "1")));
        Assert.Equal("/p?inQuery=1", GetResource("GET", """{"inBody":1}""", ("inQuery", "1")));
        Assert.Equal("/p", GetResource(verb, null, ("inQuery", "1")));
    }

    [Fact]
    public void Parameters_of_a_query_are_signed_as_they_were_given() =>
        Assert.Equal("/p?a b=c d+%/?#中&page=1&z=", GetResource("GET", null, ("z", ""), ("page", "1"), ("a b", "c d+%/?#中")));

    [Fact]
    public void A_list_in_a_query_is_signed_as_json_under_its_plain_name()
    {
        Assert.Equal("""/p?k=["a","b\"中"]""", GetResource("GET", null, ("k[]", "a"), ("k[]", "b\"中")));
        Assert.Equal("""/p?k=["a"]""", GetResource("GET", null, ("k[]", "a")));
        Assert.Equal("""/p?k=["a","b"]""", GetResource("GET", null, ("k", "a"), ("k", "b")));
        Assert.Equal("""/p?k=["a","b"]""", GetResource("GET", null, ("k[]", "a"), ("k", "b")));
    }

    [Fact]
    public void Scalars_and_lists_of_a_query_are_ordered_by_their_plain_names() => Assert.Equal(
        """/p?a=2&k=["1"]&k-=3&z=["4","5"]""", GetResource("GET", null, ("z[]", "4"), ("k-", "3"), ("k[]", "1"), ("z[]", "5"), ("a", "2")));

    [Fact]
    public void Several_lists_of_a_query_are_signed_separately() =>
        Assert.Equal("""/p?a=["1"]&b=["2"]""", GetResource("GET", null, ("b[]", "2"), ("a[]", "1")));

    [Fact]
    public void The_path_is_signed_as_it_is() => Assert.Equal("/ip-list/a%2Fb", SignedBody.Resource("GET", "/ip-list/a%2Fb", new QueryString(), (string?)null));

    private static string GetResource(string verb, string? body, params (string Name, string Value)[] parameters)
    {
        var query = new QueryString();
        foreach (var (name, value) in parameters)
        {
            query.Add(name, value);
        }

        return SignedBody.Resource(verb, "/p", query, body);
    }
}
