package io.milvaion.provider;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** Spring Authorization Server as its documentation sets it up, with one client. */
@Configuration
@EnableWebSecurity
class ProviderConfiguration {

    @Bean
    SecurityFilterChain everything(HttpSecurity http) throws Exception {
        var server = OAuth2AuthorizationServerConfigurer.authorizationServer();
        return http.with(server, authorization -> authorization.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .csrf(csrf -> csrf.ignoringRequestMatchers("/login"))
                .formLogin(Customizer.withDefaults())
                .exceptionHandling(
                        handling ->
                                handling.defaultAuthenticationEntryPointFor(
                                        new LoginUrlAuthenticationEntryPoint("/login"),
                                        new MediaTypeRequestMatcher(MediaType.TEXT_HTML)))
                .build();
    }

    @Bean
    RegisteredClientRepository clients(ProviderState state) {
        return new InMemoryRegisteredClientRepository(
                RegisteredClient.withId("1")
                        .clientId(OpenIdProvider.CLIENT)
                        .clientSecret("{noop}" + OpenIdProvider.CLIENT_SECRET)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                        .redirectUri(state.redirectUri())
                        .postLogoutRedirectUri(state.afterLogout())
                        .scope("openid")
                        .scope("profile")
                        .scope("email")
                        .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                        .build());
    }

    @Bean
    UserDetailsService people(ProviderState state) {
        return name -> User.withUsername(name).password("{noop}" + name).roles("USER").build();
    }

    @Bean
    AuthorizationServerSettings addresses(ProviderState state) {
        return AuthorizationServerSettings.builder().issuer(state.issuer()).build();
    }

    @Bean
    JWKSource<SecurityContext> keys(ProviderState state) {
        return (selector, context) -> selector.select(state.keys());
    }

    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(ProviderState state) {
        return context ->
                context.getClaims()
                        .claims(
                                claims -> {
                                    if ("id_token".equals(context.getTokenType().getValue())) {
                                        state.complete(context.getPrincipal().getName(), claims);
                                    }
                                });
    }
}
