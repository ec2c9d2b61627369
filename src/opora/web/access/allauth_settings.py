"""How people sign in: the settings of django-allauth and of Django's own sign-in, in one place.

Nobody signs up here (DESIGN 4, issue point 3): people join by a link. The e-mail address is the name at the door,
a password of twelve characters or more opens it, and a code from an app can stand behind it.
"""

from typing import Any

AUTHENTICATION_BACKENDS = ["opora.web.access.backends.Backend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "opora.web.access.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
# The address was checked by the person who handed over the invitation; no mail server is needed to work.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_UNIQUE_EMAIL = True
# A stranger must not learn from our answers who works here, nor get letters sent to addresses of his choice.
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
# Computers in an office are shared: a session ends with the browser, and with the working day at the latest.
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
ACCOUNT_FORMS = {
    "login": "opora.web.access.account_forms.SignInForm",
    "reauthenticate": "opora.web.access.account_forms.ConfirmPasswordForm",
    "change_password": "opora.web.access.account_forms.ChangePasswordForm",
    "reset_password": "opora.web.access.account_forms.ForgottenPasswordForm",
    "reset_password_from_key": "opora.web.access.account_forms.NewPasswordForm",
    "user_token": "opora.web.access.account_forms.ResetLinkForm",
}
# A whole office stands behind one address, so the limit per address is wide and the limit per account narrow.
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "30/m/ip,5/5m/key",
    "reset_password": "20/m/ip,3/5m/key",
    "reset_password_from_key": "20/m/ip",
    "change_password": "5/m/user",
    "reauthenticate": "10/m/user",
}

MFA_ADAPTER = "opora.web.access.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODE_COUNT = 10
MFA_RECOVERY_CODE_DIGITS = 8
# One step to each side, for laptops without a time server; a code still counts once (account_forms.CodeForm).
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "authenticate": "opora.web.access.account_forms.CodeForm",
    "reauthenticate": "opora.web.access.account_forms.ConfirmCodeForm",
    "activate_totp": "opora.web.access.account_forms.ActivateAppForm",
}

PASSWORD_RESET_TIMEOUT = 24 * 60 * 60
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS: list[dict[str, Any]] = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "opora_session"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "opora_csrf"
