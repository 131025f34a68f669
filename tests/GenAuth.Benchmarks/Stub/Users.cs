using System.Globalization;
using System.Text.Json;
using GenAuth.Benchmarks.Contestants;

namespace GenAuth.Benchmarks.Stub;

/// <summary>Users with 55 members each, about 1,560 bytes of JSON; the values depend on the index only, not on chance.</summary>
internal static class Users
{
    private static readonly JsonElement CustomData = JsonDocument.Parse("""{"school":"Peking University","age":22,"tags":["a","b"]}""").RootElement;

    private static readonly string[] Names = ["Kim", "Zhang", "佐藤", "O'Neil", "Müller", "李雷", "Okafor"];

    public static PlainUser Make(int number)
    {
        var id = (0x6520f2d9_00000000 + number).ToString("x16", CultureInfo.InvariantCulture) + "a3c1b4e5";
        var name = Names[number % Names.Length];
        var time = DateTime.UnixEpoch.AddSeconds(1_700_000_000 + (number * 86_413L)).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        return new PlainUser
        {
            UserId = id,
            CreatedAt = time,
            UpdatedAt = time,
            Status = number % 5 == 0 ? "Suspended" : "Activated",
            WorkStatus = "Active",
            ExternalId = $"ext-{number:D6}",
            Email = $"user{number}@example.com",
            Phone = $"1770000{number % 10_000:D4}",
            PhoneCountryCode = "+86",
            Username = $"user{number}",
            Name = name,
            Nickname = name,
            Photo = $"https://files.example.com/photos/{id}.png",
            LoginsCount = number % 97,
            LastLogin = time,
            LastIp = $"203.0.113.{number % 256}",
            Gender = number % 3 == 0 ? "M" : "F",
            EmailVerified = number % 2 == 0,
            PhoneVerified = number % 2 == 1,
            PasswordLastSetAt = time,
            Birthdate = "1986-06-03",
            Country = "CN",
            Province = "BJ",
            City = "Beijing",
            Address = "Chaoyang District",
            StreetAddress = $"{number % 400} Gongti Road",
            PostalCode = "438100",
            Company = "Example",
            Browser = "Mozilla/5.0 (X11; Linux x86_64) Firefox/128.0",
            Device = "Desktop",
            GivenName = name,
            FamilyName = name,
            MiddleName = "J",
            Profile = $"https://example.com/{number}",
            PreferredUsername = $"user{number}",
            Website = "https://example.com",
            Zoneinfo = "GMT+08:00",
            Locale = "zh-CN",
            Region = "North",
            UserSourceType = "register",
            UserSourceId = "excel",
            LastLoginApp = "6520f2d9a3c1b4e5f6a7b8c9",
            MainDepartmentId = "6520f2d9a3c1b4e5f6a7b8d0",
            LastMfaTime = time,
            PasswordSecurityLevel = number % 4,
            ResetPasswordOnNextLogin = false,
            RegisterSource = ["import:manual"],
            DepartmentIds = ["6520f2d9a3c1b4e5f6a7b8d0", "6520f2d9a3c1b4e5f6a7b8d1"],
            Identities = [new() { IdentityId = id, ExtIdpId = "6520f2d9", Provider = "alipay", Type = "user_id", UserIdInIdp = "2088" + id }],
            IdentityNumber = "420421198606030000",
            CustomData = CustomData,
            PostIdList = ["6520f2d9a3c1b4e5f6a7b8e2"],
            StatusChangedAt = time,
            TenantId = "6520f2d9a3c1b4e5f6a7b8f3",
            SignedUp = time,
        };
    }
}
