using GenAuth.Models;

namespace GenAuth.Benchmarks.Contestants;

/// <summary>A body of 4 kB, as a hand-written type and as the SDK's type.</summary>
internal sealed class PlainNewUsers
{
    public IReadOnlyList<PlainNewUser>? List { get; set; }

    public static PlainNewUsers Create(int users) => new()
    {
        List =
        [
            .. Enumerable.Range(1, users).Select(number => new PlainNewUser
            {
                Status = "Activated",
                Email = $"user{number}@example.com",
                Phone = $"1380000000{number}",
                PhoneCountryCode = "+86",
                Username = $"user{number}",
                ExternalId = $"6520f2d9a3c1b4e5f6a7b8{number:x2}",
                Name = "王小明",
                Nickname = "Kim \"K\" Wang",
                Photo = $"https://files.example.com/authing-user-manager/user{number}.png",
                Gender = "M",
                EmailVerified = true,
                PhoneVerified = false,
                Birthdate = "1990-02-03",
                Country = "CN",
                City = "Hangzhou",
                Address = "No. 1 Example Road, Xihu District",
                PostalCode = "310000",
                Company = "Example Ltd.",
                Locale = "zh-CN",
                ZoneInfo = "Asia/Shanghai",
            }),
        ],
    };

    public CreateUserBatchReqDto ToDto() => new()
    {
        List =
        [
            .. (List ?? []).Select(user => new CreateUserInfoDto
            {
                Status = user.Status!,
                Email = user.Email,
                Phone = user.Phone,
                PhoneCountryCode = user.PhoneCountryCode,
                Username = user.Username,
                ExternalId = user.ExternalId,
                Name = user.Name,
                Nickname = user.Nickname,
                Photo = user.Photo,
                Gender = user.Gender!,
                EmailVerified = user.EmailVerified,
                PhoneVerified = user.PhoneVerified,
                Birthdate = user.Birthdate,
                Country = user.Country,
                City = user.City,
                Address = user.Address,
                PostalCode = user.PostalCode,
                Company = user.Company,
                ZoneInfo = user.ZoneInfo,
                Locale = user.Locale,
            }),
        ],
    };
}

internal sealed class PlainNewUser
{
    public string? Status { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? PhoneCountryCode { get; set; }

    public string? Username { get; set; }

    public string? ExternalId { get; set; }

    public string? Name { get; set; }

    public string? Nickname { get; set; }

    public string? Photo { get; set; }

    public string? Gender { get; set; }

    public bool? EmailVerified { get; set; }

    public bool? PhoneVerified { get; set; }

    public string? Birthdate { get; set; }

    public string? Country { get; set; }

    public string? City { get; set; }

    public string? Address { get; set; }

    public string? PostalCode { get; set; }

    public string? Company { get; set; }

    public string? ZoneInfo { get; set; }

    public string? Locale { get; set; }
}
