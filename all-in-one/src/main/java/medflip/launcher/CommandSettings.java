package medflip.launcher;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.ConfigurableEnvironment;

/** The settings of a command that runs beside the service, or without it: the same names, from the same places. */
final class CommandSettings {

    private CommandSettings() {}

    static ConfigurableEnvironment of(String... arguments) {
        return new SpringApplicationBuilder(CommandSettings.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(arguments)
                .getEnvironment();
    }
}
